'use client';

import { text } from '../../messages';
import styles from './problem.module.css';

/** Loads the whole page again, so that every part of it asks anew. */
export const RetryButton = () => (
  <button type="button" className={styles.button} onClick={() => window.location.reload()}>
    {text.problem.retry}
  </button>
);
