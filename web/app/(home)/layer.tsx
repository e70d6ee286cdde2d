import type { ReactNode } from 'react';
import { Stats } from '../../components/stat/stat';
import styles from './page.module.css';

/** The upper edge of each layer, cut by hand so that no two are parallel. */
const EDGES = ['', 'M0 8l140-3 210 4 180-5 240 4 190-3 240 4v12H0z', 'M0 5l220 4 190-5 260 6 200-4 330 2v13H0z'];
const MOHO = 'M0 11h250l7-4 8 8 7-12 9 18 8-13 6 5 6-2h330l5-3 6 6 6-4h553';

/** One layer of the section, its upper edge drawn over the layer above. */
export const Layer = ({ depth, name, children }: { depth: 1 | 2 | 3 | 4; name: string; children: ReactNode }) => (
  <div className={styles.layer} data-depth={depth}>
    {depth > 1 && (
      <svg
        className={styles.edge}
        viewBox="0 0 1200 20"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {depth === 4 ? (
          <>
            <path d="M0 11h1200v10H0z" />
            <path data-line="" d={MOHO} />
          </>
        ) : (
          <path d={EDGES[depth - 1]} />
        )}
      </svg>
    )}
    <h3 className={styles.layerName}>{name}</h3>
    <Stats>{children}</Stats>
  </div>
);
