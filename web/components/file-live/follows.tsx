'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import type { LiveFile } from '../../lib/follow/live-file';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './file-live.module.css';
import { useFileLive } from './use-file-live';

const words = text.follow.live;

/** What the page shows of its file, as far as a change tells it too. */
export type Shown = Pick<LiveFile, 'status' | 'replicaCounts' | 'state'>;

const contentOf = ({ status, replicaCounts: r, state }: Shown): string =>
  JSON.stringify([
    [status, r.live, r.liveOwners, r.reported, r.entries],
    [state?.sizeBytes, state?.expiredAt, state?.prepaid],
  ]);

interface FollowsProps {
  cid: string;
  asOf: number;
  shown: Shown;
}

/** A small mark that says the page follows its file; draws the page anew, without loading it, when the file changes. */
export const FollowsFile = ({ cid, asOf, shown }: FollowsProps) => {
  const router = useRouter();
  const isFirst = useRef(true);
  const { file, connection } = useFileLive(cid, (next) => {
    // the first answer is what the page shows already, unless something happened while that was on its way
    const isNews = !isFirst.current || contentOf(next) !== contentOf(shown) || (next.lastEvent?.block ?? 0) > asOf;
    isFirst.current = false;
    if (isNews) router.refresh();
  });
  const changed = file !== null && file.block > asOf ? words.changed(formatInteger(file.block)) : null;
  return (
    <span className={styles.follows} data-connection={connection} title={words.hint}>
      <span className={styles.beat} aria-hidden="true" />
      <span role="status">{connection === 'lost' ? words.lost : (changed ?? words.follows)}</span>
    </span>
  );
};
