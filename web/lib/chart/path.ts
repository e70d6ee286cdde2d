/** Pure geometry for charts: from numbers to SVG path text. No units, no colours. */

export interface Scale {
  (value: number): number;
  readonly domain: readonly [number, number];
}

/** Straight-line scale; a domain of one value maps to the middle of the range. */
export const linearScale = (domain: readonly [number, number], range: readonly [number, number]): Scale => {
  const [d0, d1] = domain;
  const [r0, r1] = range;
  const scale = (value: number) => (d1 === d0 ? (r0 + r1) / 2 : r0 + ((value - d0) / (d1 - d0)) * (r1 - r0));
  return Object.assign(scale, { domain });
};

export interface BrokenScale {
  (value: number): number;
  /** the two halves are not drawn to one scale */
  readonly broken: boolean;
}

/**
 * Scale from `from` over `turn` to `until` in which the first part gets at least `share` of the width. Where the first
 * part already fills that much, it is an ordinary straight-line scale.
 */
export const brokenScale = (from: number, turn: number, until: number, width: number, share: number): BrokenScale => {
  const natural = until === from ? 1 : (turn - from) / (until - from);
  if (natural >= share || turn <= from) return Object.assign(linearScale([from, until], [0, width]), { broken: false });
  const first = linearScale([from, turn], [0, width * share]);
  const second = linearScale([turn, until], [width * share, width]);
  return Object.assign((value: number) => (value <= turn ? first(value) : second(value)), { broken: true });
};

const round = (n: number) => Math.round(n * 100) / 100;

export interface Point {
  x: number;
  /** null: no value here; the line is interrupted */
  y: number | null;
}

/** "M0,1L2,3" with a new M after every gap; empty text without points. */
export const linePath = (points: readonly Point[]): string => {
  let path = '';
  let open = false;
  for (const { x, y } of points) {
    if (y === null) {
      open = false;
      continue;
    }
    path += `${open ? 'L' : 'M'}${round(x)},${round(y)}`;
    open = true;
  }
  return path;
};

/** The same line as a staircase: each value holds until the next point, as fees and limits do. */
export const stepPath = (points: readonly Point[]): string => {
  const corners: Point[] = [];
  let last: number | null = null;
  for (const point of points) {
    if (point.y !== null && last !== null) corners.push({ x: point.x, y: last });
    corners.push(point);
    last = point.y;
  }
  return linePath(corners);
};

/**
 * A seismograph trace: each amplitude (0 to 1) becomes a swing up and down around the base line, in equal steps of width.
 * An empty list is the quiet line.
 */
export const seismicPath = (amplitudes: readonly number[], width: number, base: number, reach: number): string => {
  if (amplitudes.length === 0) return `M0,${base}L${width},${base}`;
  const step = width / amplitudes.length;
  let path = `M0,${round(base)}`;
  amplitudes.forEach((amplitude, i) => {
    const x = i * step;
    const swing = Math.min(1, Math.max(0, amplitude)) * reach;
    const up = i % 2 === 0 ? -1 : 1;
    path += `L${round(x + step * 0.3)},${round(base)}L${round(x + step * 0.45)},${round(base + up * swing)}`;
    path += `L${round(x + step * 0.62)},${round(base - up * swing * 0.55)}L${round(x + step * 0.75)},${round(base)}`;
  });
  return `${path}L${round(width)},${round(base)}`;
};

/** Round values for an axis: about `count` steps of 1, 2 or 5 times a power of ten, inside [low, high]. */
export const niceTicks = (low: number, high: number, count = 4): number[] => {
  if (!Number.isFinite(low) || !Number.isFinite(high) || high <= low) return [low];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((m) => m * power >= rough * 0.7) ?? 10) * power;
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step); k * step <= high + step * 1e-9; k++)
    ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
};

/**
 * A bigint on the chart's floating scale: value ÷ unit with 6 decimals. Only for pixels; figures stay bigint.
 */
export const toPlot = (value: bigint, unit: bigint): number => Number((value * 1_000_000n) / unit) / 1_000_000;
