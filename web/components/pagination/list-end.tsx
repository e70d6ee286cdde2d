import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './pagination.module.css';

interface ListEndProps {
  shown: number;
  more: boolean;
  /** what stands first in the list */
  first?: 'newest' | 'largest';
}

/** The word at the end of a list that has no pages of its own: that this was all, or that there is more. Nothing for an empty list. */
export const ListEnd = ({ shown, more, first = 'newest' }: ListEndProps) =>
  shown === 0 ? null : (
    <p className={styles.end}>
      {more ? text.common.listMore[first](formatInteger(shown)) : text.common.listAll(formatInteger(shown), shown)}
    </p>
  );
