import Link from 'next/link';
import { text } from '../../messages';
import { ListEnd } from './list-end';
import styles from './pagination.module.css';

interface PaginationProps {
  /** null on the first page */
  firstHref: string | null;
  /** null on the last */
  nextHref: string | null;
  /** rows on this page */
  shown: number;
}

/** Forward through a list by cursor; where it ends, it says so. Nothing for an empty list. */
export const Pagination = ({ firstHref, nextHref, shown }: PaginationProps) => {
  if (firstHref === null && nextHref === null) return <ListEnd shown={shown} more={false} />;
  return (
    <nav className={styles.pages} aria-label={text.common.pages}>
      {firstHref ? <Link href={firstHref}>{text.common.first}</Link> : <span />}
      {nextHref ? (
        <Link href={nextHref} rel="next">
          {text.common.more} →
        </Link>
      ) : (
        <span className={styles.end}>{text.common.pageEnd}</span>
      )}
    </nav>
  );
};
