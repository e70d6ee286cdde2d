'use client';

import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { FileStatusBadge } from '../../components/badge/file-status-badge';
import { useFileLive } from '../../components/file-live/use-file-live';
import type { LiveFile } from '../../lib/follow/live-file';
import { groupBlocks } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import { stepStates } from './step-states';
import { ThreeSteps } from './three-steps';

const words = text.store.steps;

/** The three steps of one file, which light up as the chain moves; drawn by the server first, so that it needs no script. */
export const LiveSteps = ({ initial }: { initial: LiveFile }) => {
  const { file, connection } = useFileLive(initial.cid);
  const shown = file ?? initial;
  const status = shown.status as FileStatus;
  return (
    <div data-connection={connection}>
      <ThreeSteps states={stepStates(status)} />
      <div className={styles.told} role="status" data-status={status} data-block={shown.block}>
        <FileStatusBadge status={status} />
        <p>
          <strong>{groupBlocks(shown.sentence)}</strong> {words.afterwards[status]}
        </p>
      </div>
      <p className={styles.note}>
        <Link href={route.file(shown.cid)}>{words.page}</Link>. {words.hint}
        <noscript> {words.noScript}</noscript>
      </p>
    </div>
  );
};
