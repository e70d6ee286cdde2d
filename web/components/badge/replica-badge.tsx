import { text } from '../../messages';
import { StatusBadge } from './badge';
import styles from './badge.module.css';

const words = text.file.replicas;

/** Whether a machine can be asked for what it reported, and if not, why. */
export const ReplicaBadge = ({ replica }: { replica: { live: boolean; notLiveBecause: string | null } }) =>
  replica.live ? (
    <StatusBadge tone="good" glyph="disc">
      {words.live}
    </StatusBadge>
  ) : (
    <span className={styles.explained}>
      <StatusBadge tone="bad" glyph="cross">
        {words.notLive}
      </StatusBadge>
      {replica.notLiveBecause && <span className={styles.because}>{replica.notLiveBecause}</span>}
    </span>
  );
