import { columnLeft, DAY_COLUMNS, type Measure } from './geometry';
import { type Mark, markOf } from './marks';

/** Painting cells on a canvas. Each letter is drawn once for a size and theme, then only copied. */

export type Palette = Readonly<Record<Mark['tone'] | 'sheet', string>>;

/** Cells at least this wide show the letter itself. */
const LETTER_WIDTH = 18;
const UNIT = 16;

export interface Brush {
  palette: Palette;
  measure: Measure;
  /** device pixels for one of the page's */
  ratio: number;
  stamps: Map<string, HTMLCanvasElement>;
}

export const newBrush = (palette: Palette, measure: Measure, ratio: number): Brush => ({
  palette,
  measure,
  ratio,
  stamps: new Map(),
});

const context = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const drawing = canvas.getContext('2d');
  if (drawing === null) throw new Error('this browser draws no canvas');
  return drawing;
};

/** A path of the unit square stretched to a cell; lines keep their width. */
const stretched = (path: string, width: number, height: number): Path2D => {
  const whole = new Path2D();
  whole.addPath(new Path2D(path), new DOMMatrix([width / UNIT, 0, 0, height / UNIT, 0, 0]));
  return whole;
};

const drawLetter = (
  drawing: CanvasRenderingContext2D,
  letter: string,
  colour: string,
  width: number,
  height: number,
) => {
  drawing.fillStyle = colour;
  drawing.font = `600 ${Math.min(12, Math.floor(height * 0.62))}px ui-monospace, monospace`;
  drawing.textAlign = 'center';
  drawing.textBaseline = 'middle';
  drawing.fillText(letter, width / 2, height / 2 + 0.5);
};

const makeStamp = ({ palette, measure, ratio }: Brush, letter: string): HTMLCanvasElement => {
  const width = measure.cellWidth - 1;
  const height = measure.cellHeight - 2;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  const drawing = context(canvas);
  drawing.scale(canvas.width / width, canvas.height / height);
  const { tone, fill, line, cut } = markOf(letter);
  const colour = palette[tone];
  const large = width >= LETTER_WIDTH;
  if (fill) {
    drawing.fillStyle = colour;
    drawing.fill(stretched(fill, width, height));
  }
  if (line) {
    drawing.strokeStyle = colour;
    drawing.lineWidth = width < 8 ? 1 : 1.4;
    drawing.stroke(stretched(line, width, height));
  }
  if (cut && !large) {
    drawing.strokeStyle = palette.sheet;
    drawing.lineWidth = width < 8 ? 1 : 2;
    drawing.stroke(stretched(cut, width, height));
  }
  if (large && letter !== '-' && letter !== 'O') {
    // whatever the sign's shape, the letter stands on a patch of one colour
    drawing.fillStyle = line ? palette.sheet : colour;
    drawing.fillRect(width / 2 - 5, height / 2 - 7, 10, 14);
    drawLetter(drawing, letter, line ? colour : palette.sheet, width, height);
  }
  return canvas;
};

const stampOf = (brush: Brush, letter: string): HTMLCanvasElement => {
  const known = brush.stamps.get(letter);
  if (known) return known;
  const made = makeStamp(brush, letter);
  brush.stamps.set(letter, made);
  return made;
};

/** Paints one tile: these rows' letters of one day. */
export const paintTile = (canvas: HTMLCanvasElement, brush: Brush, rows: readonly string[], day: number): void => {
  const { measure, ratio } = brush;
  const { cellWidth, cellHeight } = measure;
  canvas.width = Math.round(DAY_COLUMNS * cellWidth * ratio);
  canvas.height = Math.round(rows.length * cellHeight * ratio);
  const drawing = context(canvas);
  const first = day * DAY_COLUMNS;
  const left = columnLeft(measure, first);
  rows.forEach((letters, row) => {
    for (let column = first; column < first + DAY_COLUMNS; column++) {
      const letter = letters[column];
      if (letter === undefined || letter === ' ') continue;
      const x = Math.round((columnLeft(measure, column) - left) * ratio);
      drawing.drawImage(stampOf(brush, letter), x, Math.round((row * cellHeight + 1) * ratio));
    }
  });
};
