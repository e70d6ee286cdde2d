import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './pagination.module.css';

/** The word at the end of a list that has no pages of its own: that this was all, or that there is more. Nothing for an empty list. */
export const ListEnd = ({ shown, more }: { shown: number; more: boolean }) =>
  shown === 0 ? null : (
    <p className={styles.end}>
      {more ? text.common.listMore(formatInteger(shown)) : text.common.listAll(formatInteger(shown), shown)}
    </p>
  );
