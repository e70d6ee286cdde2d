'use client';

import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Controls } from './controls';
import { CursorCell } from './cursor-cell';
import {
  type Cell,
  cellAt,
  columnLeft,
  DAY_COLUMNS,
  type Measure,
  pictureHeight,
  pictureWidth,
  scrollTo,
} from './geometry';
import type { Matrix, Order } from './matrix';
import { CELL_HEIGHT, HEAD_HEIGHT, NAMES_WIDTH, ZOOMS } from './measure';
import { moved } from './moves';
import { Picture } from './picture';
import { Readout } from './readout';
import styles from './report-grid.module.css';
import { SlotPanel } from './slot-panel';
import { type SlotClock, slotTime } from './slot-words';
import type { UnusualPlace } from './unusual';
import { useArrived } from './use-arrived';
import { type GridData, useMatrix } from './use-matrix';
import { usePalette } from './use-palette';

const words = text.group.grid;
const NONE: readonly UnusualPlace[] = [];

interface ReportGridProps extends Omit<GridData, 'unusual'> {
  caption: string;
  /** put in when it is there; null: it could not be read */
  unusual: Promise<readonly UnusualPlace[] | null>;
  /** block of the page's time machine */
  at: number | null;
}

/** A cell in words and numbers; null for a place that has no slot. */
const cellFacts = (matrix: Matrix, clock: SlotClock, { row, column }: Cell) => {
  const of = matrix.rows[row];
  const place = of === undefined ? null : matrix.slotOf(row, column);
  if (of === undefined || place === null) return null;
  const letter = of.letters[column] ?? '-';
  const slot = clock.firstSlot + place * clock.slotBlocks;
  const time = slotTime(clock, place);
  return { of, slot, time, letter, label: words.cell(time, formatInteger(slot), words.states[letter] ?? '') };
};

/** The newest slot that was judged, or in which a report came. */
const newestColumn = ({ rows, columns }: Matrix): number =>
  Math.max(0, Math.min(columns, rows[0]?.letters.replace(/O+$/i, '').length ?? 0) - 1);

/** Who reported when. The picture is painted; one real cell, the chosen one, is there for keyboards and screen readers. */
export const ReportGrid = ({ caption, at, unusual: promised, ...rest }: ReportGridProps) => {
  const arrived = useArrived(promised);
  const unusual = arrived ?? NONE;
  const data = { ...rest, unusual };
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const palette = usePalette(probe);
  const [order, setOrder] = useState<Order>('trouble');
  const [zoom, setZoom] = useState(data.asDays || data.clock.times.length <= DAY_COLUMNS ? ZOOMS.length - 1 : 0);
  const matrix = useMatrix(data, order);
  const [cursor, setCursor] = useState<Cell>(() => ({ row: 0, column: newestColumn(matrix) }));
  const [opened, setOpened] = useState<Cell | null>(null);
  const [pointed, setPointed] = useState<Cell | null>(null);
  const { clock, asDays } = data;
  const size = { rows: matrix.rows.length, columns: matrix.columns };
  const { rows, columns } = size;
  const cellWidth = ZOOMS[zoom] as number;
  const measure: Measure = useMemo(
    () => ({ rows, columns, cellWidth, cellHeight: CELL_HEIGHT }),
    [rows, columns, cellWidth],
  );
  const hrefOf = useMemo(() => (asDays ? null : (account: string) => route.group(account, at)), [asDays, at]);

  /** Brings a cell into sight. */
  const show = ({ row, column }: Cell) => {
    const view = frame.current;
    if (!view) return;
    const { clientWidth, clientHeight } = view;
    view.scrollTop = scrollTo(view.scrollTop, clientHeight - HEAD_HEIGHT, row * CELL_HEIGHT, CELL_HEIGHT);
    view.scrollLeft = scrollTo(view.scrollLeft, clientWidth - NAMES_WIDTH, columnLeft(measure, column), cellWidth);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest slots are shown at first and after each zoom, not after each step
  useEffect(() => show({ row: cursor.row, column: asDays ? 0 : measure.columns - 1 }), [measure]);

  const choose = (cell: Cell, open: boolean) => {
    if (matrix.slotOf(cell.row, cell.column) === null) return;
    setCursor(cell);
    show(cell);
    if (open) setOpened(cell);
  };
  const changeOrder = (next: Order) => {
    setOpened(null);
    setOrder(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
    const next = moved(event.key, event.ctrlKey, cursor, size);
    if (next) choose(next, false);
    else if (event.key === 'Enter' || event.key === ' ') choose(cursor, true);
    else if (event.key === 'Escape') setOpened(null);
    else if (event.key === '+') setZoom(Math.min(ZOOMS.length - 1, zoom + 1));
    else if (event.key === '-') setZoom(Math.max(0, zoom - 1));
    else return;
    event.preventDefault();
  };

  /** The cell under the pointer; over the names and the head, which stay in place, there is none. */
  const cellUnder = ({ clientX, clientY }: MouseEvent): Cell | null => {
    const view = frame.current;
    if (!view) return null;
    const box = view.getBoundingClientRect();
    const x = clientX - box.left - view.clientLeft - NAMES_WIDTH;
    const y = clientY - box.top - view.clientTop - HEAD_HEIGHT;
    if (x < 0 || y < 0 || x > view.clientWidth - NAMES_WIDTH || y > view.clientHeight - HEAD_HEIGHT) return null;
    const cell = cellAt(measure, x + view.scrollLeft, y + view.scrollTop);
    return cell && matrix.slotOf(cell.row, cell.column) !== null ? cell : null;
  };

  const chosen = cellFacts(matrix, clock, cursor);
  const shown = cellFacts(matrix, clock, pointed ?? cursor) ?? chosen;
  const inPanel = opened && cellFacts(matrix, clock, opened);
  if (chosen === null || shown === null) return null;
  return (
    <div className={styles.whole}>
      <span ref={probe} hidden />
      <Controls zoom={zoom} onZoom={setZoom} order={asDays ? null : order} onOrder={changeOrder} />
      {/* biome-ignore lint/a11y/useSemanticElements: a painted picture is no table; the page shows one beside it */}
      <div
        ref={frame}
        className={styles.frame}
        role="grid"
        tabIndex={0}
        aria-label={caption}
        aria-describedby={`${id}-keys`}
        aria-rowcount={size.rows}
        aria-colcount={size.columns}
        aria-activedescendant={`${id}-cell`}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => setPointed(cellUnder(event))}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          const cell = cellUnder(event);
          if (cell) choose(cell, true);
        }}
      >
        <div
          className={styles.sizer}
          style={{ width: NAMES_WIDTH + pictureWidth(measure) + 2, height: HEAD_HEIGHT + pictureHeight(measure) }}
        >
          <Picture
            frame={frame}
            matrix={matrix}
            measure={measure}
            palette={palette}
            clock={clock}
            asDays={asDays}
            hrefOf={hrefOf}
          />
          <CursorCell
            id={`${id}-cell`}
            cell={cursor}
            measure={measure}
            rowLabel={chosen.of.label}
            label={chosen.label}
            letter={chosen.letter}
            selected={opened?.row === cursor.row && opened.column === cursor.column}
          />
        </div>
      </div>
      <p id={`${id}-keys`} className="visually-hidden">
        {words.keys}
      </p>
      <Readout letter={shown.letter} row={shown.of.label} label={shown.label} />
      {arrived === null && <p className={styles.unread}>{words.unusualUnread}</p>}
      {inPanel && (
        <SlotPanel
          account={inPanel.of.account}
          slot={inPanel.slot}
          letter={inPanel.letter}
          time={inPanel.time}
          unusual={unusual.find((one) => one.account === inPanel.of.account && one.slot === inPanel.slot) ?? null}
          at={at}
          onClose={() => {
            setOpened(null);
            frame.current?.focus();
          }}
        />
      )}
    </div>
  );
};
