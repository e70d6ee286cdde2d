'use client';

import Link from 'next/link';
import { seismicPath } from '../../lib/chart/path';
import { formatInteger } from '../../lib/format/quantity';
import { formatRelative } from '../../lib/format/time';
import type { Live, LiveBlock } from '../../lib/live';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Address } from '../address/address';
import { proofOf, proofsOf } from '../receipt/proof';
import { Receipt } from '../receipt/receipt';
import styles from './live.module.css';
import { useLive } from './use-live';

const words = text.home.live;
const { block } = text.chain;
const TRACE_WIDTH = 1200;
const TRACE_HEIGHT = 90;
const QUIET_EVENTS = 2;

/** Amplitude of a block: its events on a logarithmic scale, since one busy block must not flatten all others. */
const amplitudes = (blocks: readonly LiveBlock[]): number[] => {
  const sizes = blocks.map(({ eventCount }) => Math.log1p(Math.max(0, eventCount - QUIET_EVENTS)));
  const high = Math.max(...sizes, Math.log1p(8));
  return sizes.map((size) => size / high).reverse();
};

/** The chain's seismogram: one swing for each of the newest blocks, as strong as the block had events. */
export const LiveTrace = ({ initial, blocks }: { initial: Live; blocks: number }) => {
  const { live } = useLive(initial, blocks);
  const rows = live.silent ? [] : live.blocks;
  const path = seismicPath(amplitudes(rows), TRACE_WIDTH, TRACE_HEIGHT / 2, TRACE_HEIGHT / 2 - 3);
  return (
    <svg
      className={styles.trace}
      viewBox={`0 0 ${TRACE_WIDTH} ${TRACE_HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.trace(rows.length)}
    >
      <path d={path} />
    </svg>
  );
};

/** Where a block's counts come from. */
const proofsOfBlock = ({ extrinsicCount, eventCount, receipt }: LiveBlock) =>
  proofsOf(
    proofOf(block.extrinsicCount, extrinsicCount, receipt),
    proofOf(block.eventCount, eventCount, receipt, block.eventRule),
  );

/** The newest blocks as a list that moves on by itself. */
export const LiveBlocks = ({ initial, blocks, now }: { initial: Live; blocks: number; now: string }) => {
  const { live, stale } = useLive(initial, blocks, true);
  const rows = live.silent ? [] : live.blocks;
  const newest = rows[0];
  // the first drawing must equal the server's, later ones follow the newest block's own clock
  const clock =
    live === initial || newest === undefined ? new Date(now) : new Date(Math.max(Date.now(), Date.parse(newest.time)));
  return (
    <div>
      {stale && <p className={styles.stale}>{text.common.live.silent}</p>}
      <ol className={styles.blocks}>
        {rows.map((row) => {
          const proofs = proofsOfBlock(row);
          return (
            <li key={row.number} className={styles.block}>
              <Link href={route.block(row.number)} className="mono" prefetch={false}>
                {formatInteger(row.number)}
              </Link>
              <span className={styles.counts} data-figure={block.eventCount}>
                {words.counts(row.extrinsicCount, row.eventCount)}
                {proofs.length > 0 && (
                  <Receipt of={text.common.receipt.row(block.titleOf(formatInteger(row.number)))} proofs={proofs} />
                )}
              </span>
              <span className={styles.author}>
                {row.author && <Address address={row.author} name={row.authorAccount?.identityDisplay} />}
              </span>
              <time dateTime={row.time}>{formatRelative(new Date(row.time), clock)}</time>
            </li>
          );
        })}
      </ol>
    </div>
  );
};
