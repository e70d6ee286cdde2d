import Link from 'next/link';
import { text } from '../../messages';
import { wordOfLabel } from '../term/split';
import { Explain, Words } from '../term/term';
import styles from './table.module.css';

export interface Sorting {
  field: string;
  direction: 'ASC' | 'DESC';
  hrefFor: (field: string, direction: 'ASC' | 'DESC') => string;
}

interface HeaderProps {
  header: string;
  numeric?: boolean;
  sort?: string;
  hint?: string;
  sorting: Sorting | undefined;
}

const ARIA_SORT = { ASC: 'ascending', DESC: 'descending' } as const;

/** The head of a column: a link where it sorts, with its meaning beside it; else the words themselves open theirs. */
export const Header = ({ header, numeric, sort, hint, sorting }: HeaderProps) => {
  if (sorting === undefined || sort === undefined) {
    return (
      <th scope="col" data-numeric={numeric}>
        <Words hint={hint}>{header}</Words>
      </th>
    );
  }
  const active = sort === sorting.field;
  const next = active && sorting.direction === 'DESC' ? 'ASC' : 'DESC';
  const meaning = hint ?? wordOfLabel(header)?.meaning;
  return (
    <th scope="col" data-numeric={numeric} aria-sort={active ? ARIA_SORT[sorting.direction] : undefined}>
      <span className={styles.head}>
        <Link className={styles.sort} href={sorting.hrefFor(sort, next)} scroll={false} data-active={active}>
          {header}
          <span aria-hidden="true" className={styles.arrow}>
            {active ? (sorting.direction === 'DESC' ? '↓' : '↑') : '↕'}
          </span>
        </Link>
        {meaning !== undefined && (
          <Explain of={header} meaning={meaning}>
            ?
          </Explain>
        )}
      </span>
    </th>
  );
};

/** How a list is ordered, for narrow screens where the table's head is not shown. */
export const SortLinks = ({
  fields,
  sorting,
}: {
  fields: readonly { sort: string; header: string }[];
  sorting: Sorting;
}) => (
  <div className={styles.sortLinks}>
    <span>{text.common.sortWord}</span>
    {fields.map(({ sort, header }) => {
      const active = sort === sorting.field;
      const next = active && sorting.direction === 'DESC' ? 'ASC' : 'DESC';
      return (
        <Link key={sort} href={sorting.hrefFor(sort, next)} scroll={false} data-active={active}>
          {header} {active && (sorting.direction === 'DESC' ? '↓' : '↑')}
        </Link>
      );
    })}
  </div>
);
