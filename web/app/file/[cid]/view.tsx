'use client';

import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { FileStatusBadge } from '../../../components/badge/file-status-badge';
import { hexAsText } from '../../../components/call-tree/hex-text';
import { CopyButton } from '../../../components/copy-button/copy-button';
import { FollowsFile } from '../../../components/file-live/follows';
import { NameLine, PageHead } from '../../../components/page-head/page-head';
import { Words } from '../../../components/term/term';
import { TimeMachine } from '../../../components/time-machine/time-machine';
import { groupBlocks } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Counts } from './counts';
import { Facts } from './facts';
import { History, Life, OtherSpelling, Siblings } from './history';
import { Lives } from './lives';
import { Money } from './money';
import { Orders } from './orders';
import styles from './page.module.css';
import type { FileData, FileProfile } from './query';
import { Replicas } from './replicas';
import { Waiting } from './waiting';

interface FileViewProps {
  file: FileData;
  profile: FileProfile;
  /** the block asked for, null for now */
  at: number | null;
}

/** What the chain was really given where a CID belongs: its bytes, and their text when they are readable. */
const NotACid = ({ cidHex }: { cidHex: string }) => {
  const readable = hexAsText(cidHex);
  return (
    <p className={styles.small}>
      {text.file.noCid} <code>{cidHex}</code>
      {readable !== null && (
        <>
          {' '}
          {text.file.noCidText} <code>{readable}</code>
        </>
      )}
    </p>
  );
};

const Head = ({ file, at }: Omit<FileViewProps, 'profile'>) => (
  <PageHead
    kind={text.file.kind}
    badges={<FileStatusBadge status={file.status as FileStatus} />}
    title={<span className={styles.sentence}>{groupBlocks(file.sentence)}</span>}
  >
    <p className={styles.rule}>
      <Words>{text.file.rule(file.statusRule)}</Words> <Link href="/words#states">{text.file.allRules}</Link>
    </p>
    <NameLine>
      <span className={styles.cid}>
        <code>{file.cidText ?? file.cid}</code>
        <CopyButton value={file.cidText ?? file.cid} what="CID" />
      </span>
      <TimeMachine path={route.file(file.cid)} at={at} asOf={file.asOf} />
    </NameLine>
    {at === null && <FollowsFile cid={file.cid} asOf={file.asOf} shown={file} />}
    {file.cid.startsWith('~') && file.siblings.length === 0 && <NotACid cidHex={file.cidHex} />}
  </PageHead>
);

const NeverOrdered = ({ file }: { file: FileData }) => (
  <>
    <p>
      <Link href={route.storeFile(file.cidText ?? file.cid)}>{text.file.orderIt}</Link>
    </p>
    <Siblings file={file} />
  </>
);

/**
 * All that is known of a file. The server draws it as HTML like any page, but what it sends beside is the file's data and
 * not the drawn page once more, as it would for components of its own: the page is half as long and takes half the time.
 */
export const FileView = ({ file, profile, at }: FileViewProps) => (
  <>
    <Head file={file} at={at} />
    <OtherSpelling file={file} />
    {file.status === 'NEVER_ORDERED' ? (
      <NeverOrdered file={file} />
    ) : (
      <>
        <Life file={file} profile={profile} past={at !== null} />
        <Waiting file={file} profile={profile} />
        <Counts file={file} />
        <Replicas file={file} at={at} />
        <Money file={file} at={at} />
        <Orders file={file} />
        <Lives file={file} />
        <Facts file={file} />
        <History file={file} />
        <Siblings file={file} />
      </>
    )}
  </>
);
