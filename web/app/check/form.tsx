'use client';

import { useActionState } from 'react';
import { text } from '../../messages';
import { type CheckState, check } from './action';
import { Checked } from './checked';
import styles from './page.module.css';

const words = text.check;

/** The list to be checked and what came out of it. The second button sends the same list and downloads the answer. */
export const CheckForm = () => {
  const [state, action, busy] = useActionState<CheckState, FormData>(check, null);
  return (
    <>
      <form action={action} className={styles.form} key={state?.list}>
        <label className={styles.field}>
          {words.label}
          <textarea
            name="cids"
            rows={state?.ok ? 5 : 9}
            defaultValue={state?.list ?? ''}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
          />
        </label>
        <label className={styles.field}>
          {words.upload}
          <input type="file" name="file" accept=".txt,.csv,text/plain,text/csv" />
        </label>
        <div className={styles.actions}>
          <button type="submit" disabled={busy}>
            {words.submit}
          </button>
          <button type="submit" formAction="/check/files.csv" formMethod="post" formEncType="multipart/form-data">
            {words.csv}
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {state !== null && !state.ok && (
          <p className={styles.problem} role="alert">
            {state.sentence}
          </p>
        )}
        {state?.ok && <Checked lines={state.lines} />}
      </div>
    </>
  );
};
