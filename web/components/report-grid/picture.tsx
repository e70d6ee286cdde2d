'use client';

import { type RefObject, useMemo } from 'react';
import { text } from '../../messages';
import { columnLeft, DAY_COLUMNS, dayCount, type Measure, type Span } from './geometry';
import type { Matrix } from './matrix';
import { HEAD_HEIGHT, NAMES_WIDTH } from './measure';
import { newBrush, type Palette } from './paint';
import styles from './report-grid.module.css';
import { type SlotClock, slotTime } from './slot-words';
import { Band } from './tile';
import { useSight } from './use-sight';

const words = text.group.grid;

const numbersIn = ({ first, end }: Span): number[] => Array.from({ length: end - first }, (_, i) => first + i);

interface PictureProps {
  frame: RefObject<HTMLElement | null>;
  matrix: Matrix;
  measure: Measure;
  palette: Palette | null;
  clock: SlotClock;
  asDays: boolean;
  hrefOf: ((account: string) => string) | null;
}

/** The days over the columns. */
const Head = ({ measure, clock, asDays }: Pick<PictureProps, 'measure' | 'clock' | 'asDays'>) => (
  <div className={styles.head} aria-hidden="true">
    <span className={styles.corner}>{asDays ? words.day : words.machine}</span>
    <span className={styles.days}>
      {numbersIn({ first: 0, end: dayCount(measure) }).map((day) => (
        <span key={day} className={styles.day} style={{ left: columnLeft(measure, day * DAY_COLUMNS) }}>
          {asDays ? words.hours : slotTime(clock, day * DAY_COLUMNS)}
        </span>
      ))}
    </span>
  </div>
);

/** All that is painted: days above, names at the left, tiles of cells in sight. Nothing of it is for screen readers. */
export const Picture = ({ frame, matrix, measure, palette, clock, asDays, hrefOf }: PictureProps) => {
  const { tiles, days } = useSight(frame, measure, { left: NAMES_WIDTH, top: HEAD_HEIGHT });
  const dayList = useMemo(() => numbersIn(days), [days]);
  const brush = useMemo(
    () => (palette === null ? null : newBrush(palette, measure, Math.min(2, window.devicePixelRatio || 1))),
    [palette, measure],
  );
  return (
    <>
      <Head measure={measure} clock={clock} asDays={asDays} />
      <div className={styles.picture} aria-hidden="true">
        {brush &&
          numbersIn(tiles).map((tile) => (
            <Band key={tile} matrix={matrix} brush={brush} tile={tile} days={dayList} hrefOf={hrefOf} />
          ))}
      </div>
    </>
  );
};
