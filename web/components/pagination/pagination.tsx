import Link from 'next/link';
import { text } from '../../messages';
import styles from './pagination.module.css';

/** Forward through a list by cursor. `firstHref` null on the first page, `nextHref` null on the last. */
export const Pagination = ({ firstHref, nextHref }: { firstHref: string | null; nextHref: string | null }) =>
  firstHref === null && nextHref === null ? null : (
    <nav className={styles.pages} aria-label={text.common.pages}>
      {firstHref ? <Link href={firstHref}>{text.common.first}</Link> : <span />}
      {nextHref && (
        <Link href={nextHref} rel="next">
          {text.common.more} →
        </Link>
      )}
    </nav>
  );
