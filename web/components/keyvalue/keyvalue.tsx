import type { ReactNode } from 'react';
import { Words } from '../term/term';
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
              <Words>{pair.name}</Words>
              {pair.hint && (
                <span className={styles.hint}>
                  <Words>{pair.hint}</Words>
                </span>
              )}
            </dt>
            <dd>{pair.value}</dd>
          </div>
        ),
    )}
  </dl>
);
