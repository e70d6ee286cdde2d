import { text } from '../../messages';
import styles from './search-box.module.css';

const words = text.common.search;

/** What the API reads at most: a gateway's address with a long path. */
export const MAX_LENGTH = 2048;

/** One box for everything that has a name on chain. A plain form, so it works before any script has loaded. */
export const SearchBox = ({ size = 'small', value }: { size?: 'small' | 'large'; value?: string }) => (
  <search className={styles.search} data-size={size}>
    <form action="/search" method="get" className={styles.form}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={styles.icon}>
        <circle cx="7" cy="7" r="4.5" />
        <path d="M10.5 10.5L14 14" />
      </svg>
      <input
        className={styles.input}
        type="search"
        name="q"
        defaultValue={value}
        aria-label={words.label}
        placeholder={size === 'large' ? words.long : words.placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={MAX_LENGTH}
        required
      />
      <button type="submit" className={styles.submit}>
        {words.submit}
      </button>
    </form>
  </search>
);
