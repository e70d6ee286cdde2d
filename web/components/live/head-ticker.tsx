'use client';

import Link from 'next/link';
import { formatInteger } from '../../lib/format/quantity';
import type { Live } from '../../lib/live';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './live.module.css';
import { useLive } from './use-live';

const words = text.common.live;

/** The head of the index in the page's top line: beats while blocks come, says when they do not. */
export const HeadTicker = ({ initial }: { initial: Live }) => {
  const { live, stale } = useLive(initial, 1);
  if (live.silent || live.status.indexedHeight === null || stale) {
    return (
      <Link href={route.status} className={styles.ticker} data-state="silent" title={words.silent}>
        <span className={styles.beat} aria-hidden="true" />
        {words.noAnswer}
      </Link>
    );
  }
  const { indexedHeight, lagBlocks, ready } = live.status;
  const title = ready ? words.fresh : words.behind(formatInteger(lagBlocks ?? 0));
  return (
    <Link
      href={route.block(indexedHeight)}
      className={styles.ticker}
      data-state={ready ? 'fresh' : 'behind'}
      title={title}
    >
      <span className={styles.beat} key={indexedHeight} aria-hidden="true" />
      <span className="visually-hidden">{words.head} </span>
      {formatInteger(indexedHeight)}
      {!ready && <span className={styles.lag}>{words.lag(formatInteger(lagBlocks ?? 0))}</span>}
    </Link>
  );
};
