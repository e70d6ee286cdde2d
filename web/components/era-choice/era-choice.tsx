import styles from '../filter/filter.module.css';

interface Words {
  label: string;
  hint: string;
  go: string;
  most: string;
}

interface Props {
  /** where the form leads */
  path: string;
  /** what is shown, as it stands in the address */
  eras: string;
  words: Words;
  /** why what was asked cannot be shown */
  problem?: string | null;
}

/** A field for an era or a range of eras; the answer has an address of its own. */
export const EraChoice = ({ path, eras, words, problem = null }: Props) => (
  <form className={styles.filter} action={path} method="get">
    <label className={styles.field}>
      {words.label}
      <input name="eras" defaultValue={eras} placeholder={words.hint} inputMode="text" autoComplete="off" />
    </label>
    <div className={styles.actions}>
      <button type="submit">{words.go}</button>
      <span>{words.most}</span>
    </div>
    {problem && (
      <p className={styles.warning} role="alert">
        {problem}
      </p>
    )}
  </form>
);
