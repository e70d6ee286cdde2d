'use client';

import { text } from '../../messages';
import { THEME_COOKIE } from './theme';
import styles from './theme-toggle.module.css';

const YEAR_SECONDS = 31_536_000;

const isDark = (root: HTMLElement) =>
  (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

const toggle = () => {
  const root = document.documentElement;
  const next = isDark(root) ? 'light' : 'dark';
  root.dataset.theme = next;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
};

/** Switches between light and dark. The server reads the cookie, so that no page ever flashes in the wrong one. */
export const ThemeToggle = () => (
  <button
    type="button"
    className={styles.toggle}
    onClick={toggle}
    aria-label={text.common.theme.toggle}
    title={text.common.theme.toggle}
  >
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor" />
    </svg>
  </button>
);
