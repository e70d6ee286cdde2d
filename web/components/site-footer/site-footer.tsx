import Link from 'next/link';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './site-footer.module.css';

const words = text.common.footer;

/** The bottom of every page: three layers of the ground the site is named after. */
export const SiteFooter = () => (
  <footer className={styles.footer}>
    <svg
      className={styles.strata}
      viewBox="0 0 1200 34"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path data-layer="1" d="M0 9l150-3 210 5 190-4 260 4 180-5 210 4v24H0z" />
      <path data-layer="2" d="M0 19l190 2 230-5 240 5 220-3 320 3v13H0z" />
      <path data-layer="line" d="M0 27l240-2 180 2h140l6-5 7 11 8-17 9 22 8-15 6 6 5-3 181 2 200-2 210 1" />
    </svg>
    <div className={styles.inner}>
      <p>{words.receipts}</p>
      <p className={styles.quiet}>{words.line}</p>
      <nav aria-label={words.label}>
        <Link href={route.store}>{words.store}</Link>
        <Link href={route.check}>{words.check}</Link>
        <Link href={route.waiting}>{words.waiting}</Link>
        <Link href={route.settle}>{words.settle}</Link>
        <Link href={route.unclaimed}>{words.unclaimed}</Link>
        <Link href={route.plan}>{words.plan}</Link>
        <Link href={route.yieldDocs}>{words.yieldDocs}</Link>
        <Link href={route.words}>{words.words}</Link>
        <Link href={route.status}>{words.status}</Link>
        <Link href={route.design}>{words.design}</Link>
      </nav>
    </div>
  </footer>
);
