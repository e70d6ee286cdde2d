import { CopyButton } from '../../../components/copy-button/copy-button';
import styles from './page.module.css';

/** A hash or key in full, to copy. */
export const Copied = ({ value, what }: { value: string; what: string }) => (
  <span className={styles.copied}>
    <code>{value}</code>
    <CopyButton value={value} what={what} />
  </span>
);

/** A longer text to copy as a whole. */
export const CopiedBlock = ({ value, what }: { value: string; what: string }) => (
  <div className={styles.block}>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
    <div className={styles.frame} role="group" aria-label={what} tabIndex={0}>
      <pre>{value}</pre>
    </div>
    <CopyButton value={value} what={what} />
  </div>
);
