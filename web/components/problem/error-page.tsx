'use client';

import { text } from '../../messages';
import styles from './problem.module.css';

const words = text.problem;

/** What every route's error.tsx shows: a fault of the page itself, since an API that is down has its own page. */
export const ErrorPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <div className={styles.problem} role="alert">
    <h1>{words.brokenTitle}</h1>
    <p>{words.broken}</p>
    {error.digest && <p className={styles.detail}>{words.reference(error.digest)}</p>}
    <p>
      <button type="button" className={styles.button} onClick={reset}>
        {words.retry}
      </button>
    </p>
  </div>
);
