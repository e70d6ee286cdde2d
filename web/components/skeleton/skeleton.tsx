import { text } from '../../messages';
import styles from './skeleton.module.css';

/** What a page shows while the index is being read: a travelling trace, not grey boxes that pretend to be figures. */
export const PageLoading = () => (
  <div className={styles.loading} role="status">
    <svg viewBox="0 0 600 60" className={styles.trace} aria-hidden="true" focusable="false">
      <path
        pathLength="100"
        d="M0 30h120l6-5 6 9 5-14 7 26 8-38 9 50 8-42 7 26 6-14 5 7h90l4-4 5 8 5-12 6 16 5-10 4 2h294"
      />
    </svg>
    <span>{text.common.loading}</span>
  </div>
);
