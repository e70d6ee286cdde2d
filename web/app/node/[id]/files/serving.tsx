import { StatusBadge } from '../../../../components/badge/badge';
import { text } from '../../../../messages';
import styles from './page.module.css';

const words = text.held.list;

/** Whether a machine can be asked for what it reported, and if not, why. */
export const Serving = ({ replica }: { replica: { live: boolean; notLiveBecause: string | null } }) =>
  replica.live ? (
    <StatusBadge tone="good" glyph="disc">
      {words.yes}
    </StatusBadge>
  ) : (
    <span className={styles.state}>
      <StatusBadge tone="bad" glyph="cross">
        {words.no}
      </StatusBadge>
      {replica.notLiveBecause && <span className={styles.because}>{replica.notLiveBecause}</span>}
    </span>
  );
