import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { SearchBox } from '../search-box/search-box';
import { ThemeToggle } from '../theme-toggle/theme-toggle';
import { LogoMark } from './logo';
import { NavLink } from './nav-link';
import styles from './site-header.module.css';

const words = text.common.nav;

/** The top of every page: where you are, how to search, and how fresh the index is. */
export const SiteHeader = ({ ticker }: { ticker: ReactNode }) => (
  <header className={styles.header}>
    <div className={styles.bar}>
      <Link href={route.home} className={styles.brand}>
        <LogoMark />
        <span>{text.common.name}</span>
      </Link>
      <div className={styles.search}>
        <SearchBox />
      </div>
      <nav className={styles.nav} aria-label={words.label}>
        <NavLink href={route.nodes} also="/node/">
          {words.nodes}
        </NavLink>
        <NavLink href={route.files} also="/file/">
          {words.files}
        </NavLink>
        <NavLink href={route.eras} also="/era/">
          {words.eras}
        </NavLink>
        <NavLink href={route.market}>{words.market}</NavLink>
        <NavLink href={route.reports} also="/report/">
          {words.reports}
        </NavLink>
        <NavLink href={route.blocks} also="/block/">
          {words.blocks}
        </NavLink>
        <NavLink href={route.status}>{words.status}</NavLink>
      </nav>
      <div className={styles.end}>
        <Suspense fallback={null}>{ticker}</Suspense>
        <ThemeToggle />
      </div>
    </div>
  </header>
);
