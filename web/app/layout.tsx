import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { HeadTicker } from '../components/live/head-ticker';
import { SiteFooter } from '../components/site-footer/site-footer';
import { SiteHeader } from '../components/site-header/site-header';
import { readTheme, THEME_COOKIE } from '../components/theme-toggle/theme';
import { readHead } from '../lib/live';
import { text } from '../messages';
import './globals.css';
import styles from './layout.module.css';

export const metadata: Metadata = {
  title: { default: `${text.common.name} — ${text.common.tagline}`, template: `%s — ${text.common.name}` },
  description: text.common.description,
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#eceee8' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1412' },
  ],
};

const Ticker = async () => <HeadTicker initial={await readHead()} />;

const RootLayout = async ({ children }: { children: ReactNode }) => {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme ?? undefined} suppressHydrationWarning>
      <body>
        <a href="#content" className={styles.skip}>
          {text.common.skip}
        </a>
        <SiteHeader ticker={<Ticker />} />
        <main id="content" tabIndex={-1} className={styles.main}>
          <noscript>{text.common.needsScript}</noscript>
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
};

export default RootLayout;
