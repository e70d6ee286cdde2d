import type { ReactNode } from 'react';
import styles from './keyvalue.module.css';

export interface Pair {
  name: string;
  value: ReactNode;
  hint?: string;
}

/** Names and values, one line each. Pairs that are null are left out. */
export const KeyValue = ({ pairs }: { pairs: readonly (Pair | null)[] }) => (
  <dl className={styles.list}>
    {pairs.map(
      (pair) =>
        pair && (
          <div key={pair.name} className={styles.row}>
            <dt>
              {pair.name}
              {pair.hint && <span className={styles.hint}>{pair.hint}</span>}
            </dt>
            <dd>{pair.value}</dd>
          </div>
        ),
    )}
  </dl>
);
