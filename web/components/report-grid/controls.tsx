'use client';

import { text } from '../../messages';
import type { Order } from './matrix';
import styles from './report-grid.module.css';

const words = text.group.grid;

interface ControlsProps {
  zoom: number;
  onZoom: (zoom: number) => void;
  /** null: there is nothing to order */
  order: Order | null;
  onOrder: (order: Order) => void;
}

const Choice = ({ on, onChoose, children }: { on: boolean; onChoose: () => void; children: string }) => (
  <button type="button" className={styles.choice} aria-pressed={on} onClick={onChoose}>
    {children}
  </button>
);

/** How the picture is looked at: zoom and order. */
export const Controls = ({ zoom, onZoom, order, onOrder }: ControlsProps) => (
  <div className={styles.controls}>
    <fieldset className={styles.choices} aria-label={words.zoom}>
      {words.zooms.map((name, i) => (
        <Choice key={name} on={zoom === i} onChoose={() => onZoom(i)}>
          {name}
        </Choice>
      ))}
    </fieldset>
    {order && (
      <fieldset className={styles.choices} aria-label={words.order}>
        <Choice on={order === 'trouble'} onChoose={() => onOrder('trouble')}>
          {words.orders.trouble}
        </Choice>
        <Choice on={order === 'name'} onChoose={() => onOrder('name')}>
          {words.orders.name}
        </Choice>
      </fieldset>
    )}
  </div>
);
