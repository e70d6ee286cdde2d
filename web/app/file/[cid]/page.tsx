import type { FileStatus } from '@moho/protocol/file-status';
import type { Metadata } from 'next';
import Link from 'next/link';
import { FileStatusBadge } from '../../../components/badge/file-status-badge';
import { hexAsText } from '../../../components/call-tree/hex-text';
import { CopyButton } from '../../../components/copy-button/copy-button';
import { FollowsFile } from '../../../components/file-live/follows';
import { NameLine, PageHead } from '../../../components/page-head/page-head';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { Words } from '../../../components/term/term';
import { TimeMachine } from '../../../components/time-machine/time-machine';
import { alternates } from '../../../lib/follow/alternate';
import { groupBlocks, shorten } from '../../../lib/format/quantity';
import { decodePart, readAt, type SearchParams } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Counts } from './counts';
import { Facts } from './facts';
import { FollowFile } from './follow';
import { History, Life, OtherSpelling, Siblings } from './history';
import { Lives } from './lives';
import { Money } from './money';
import { Orders } from './orders';
import styles from './page.module.css';
import { loadFile } from './query';
import { Replicas } from './replicas';
import { Waiting } from './waiting';

interface Props {
  params: Promise<{ cid: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const cid = decodePart((await params).cid);
  const title = text.file.titleOf(cid === null ? '?' : shorten(cid, 10, 6));
  return cid === null
    ? { title }
    : { title, alternates: alternates(route.fileFeed(cid), route.fileCalendar(cid), title) };
};

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

const FilePage = async ({ params, searchParams }: Props) => {
  const cid = decodePart((await params).cid);
  const at = readAt(await searchParams);
  if (cid === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const answer = await loadFile(cid, at.block);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { file, status } = answer.data;
  const known = file.status as FileStatus;
  return (
    <>
      <PageHead
        kind={text.file.kind}
        badges={<FileStatusBadge status={known} />}
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
          <TimeMachine path={route.file(file.cid)} at={at.block} asOf={file.asOf} />
        </NameLine>
        {at.block === null && <FollowsFile cid={file.cid} asOf={file.asOf} shown={file} />}
        {file.cid.startsWith('~') && file.siblings.length === 0 && <NotACid cidHex={file.cidHex} />}
      </PageHead>
      <OtherSpelling file={file} />
      {known === 'NEVER_ORDERED' ? (
        <>
          <p>
            <Link href={route.storeFile(file.cidText ?? file.cid)}>{text.file.orderIt}</Link>
          </p>
          <Siblings file={file} />
        </>
      ) : (
        <>
          <Life file={file} profile={status.profile} past={at.block !== null} />
          <Waiting file={file} profile={status.profile} />
          <Counts file={file} />
          <Replicas file={file} at={at.block} />
          <Money file={file} at={at.block} />
          <Orders file={file} />
          <Lives file={file} />
          <Facts file={file} />
          <History file={file} />
          <Siblings file={file} />
        </>
      )}
      <FollowFile cid={file.cid} />
    </>
  );
};

export default FilePage;
