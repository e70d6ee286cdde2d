'use client';

import { memo, useLayoutEffect, useRef } from 'react';
import { columnLeft, DAY_COLUMNS, TILE_ROWS } from './geometry';
import type { Matrix } from './matrix';
import { type Brush, paintTile } from './paint';
import { paintSoon } from './paint-queue';
import styles from './report-grid.module.css';

interface TileProps {
  matrix: Matrix;
  brush: Brush;
  tile: number;
  day: number;
}

/** A day of some rows, painted once. */
const Tile = memo(({ matrix, brush, tile, day }: TileProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const rows = matrix.rows.slice(tile * TILE_ROWS, (tile + 1) * TILE_ROWS);
  const { measure } = brush;
  useLayoutEffect(() => {
    const letters = matrix.rows.slice(tile * TILE_ROWS, (tile + 1) * TILE_ROWS).map((row) => row.letters);
    return paintSoon(() => {
      if (canvas.current) paintTile(canvas.current, brush, letters, day);
    });
  }, [matrix, brush, tile, day]);
  return (
    <canvas
      ref={canvas}
      className={styles.tile}
      style={{
        left: columnLeft(measure, day * DAY_COLUMNS),
        width: DAY_COLUMNS * measure.cellWidth,
        height: rows.length * measure.cellHeight,
      }}
    />
  );
});

interface BandProps extends Omit<TileProps, 'day'> {
  days: readonly number[];
  hrefOf: ((account: string) => string) | null;
}

/** Some rows: their names, which stay at the left edge, and the tiles in sight. */
export const Band = memo(({ matrix, brush, tile, days, hrefOf }: BandProps) => {
  const rows = matrix.rows.slice(tile * TILE_ROWS, (tile + 1) * TILE_ROWS);
  const { cellHeight } = brush.measure;
  return (
    <div className={styles.band} style={{ top: tile * TILE_ROWS * cellHeight }}>
      <div className={styles.names}>
        {rows.map((row) =>
          hrefOf === null ? (
            <span key={row.key} className={styles.name} style={{ height: cellHeight }}>
              {row.label}
            </span>
          ) : (
            // the grid itself takes the keyboard; the machine of the chosen cell is linked in its details
            <a
              key={row.key}
              className={styles.name}
              style={{ height: cellHeight }}
              href={hrefOf(row.account)}
              tabIndex={-1}
              data-left={row.left || undefined}
              title={row.account}
            >
              {row.label}
            </a>
          ),
        )}
      </div>
      <div className={styles.cells}>
        {days.map((day) => (
          <Tile key={day} matrix={matrix} brush={brush} tile={tile} day={day} />
        ))}
      </div>
    </div>
  );
});
