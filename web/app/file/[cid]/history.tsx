import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { FileStatusBadge } from '../../../components/badge/file-status-badge';
import { EmptyState } from '../../../components/empty/empty';
import { FileEventList } from '../../../components/file-events/file-events';
import { LifeLine } from '../../../components/life-line/life-line';
import { Note } from '../../../components/note/note';
import { ListEnd } from '../../../components/pagination/list-end';
import { Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { formatDuration } from '../../../lib/format/time';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData, FileProfile } from './query';

const { life, lives, events, siblings } = text.file;

const paidTime = (file: FileData, profile: FileProfile): string | undefined => {
  const { state } = file;
  if (state === null || state.expiredAt === 0 || state.endedAtBlock !== null) return undefined;
  const left = state.expiredAt - file.asOf;
  return left > 0
    ? life.left(formatInteger(left), formatDuration(left * profile.blockTimeMs))
    : life.over(formatInteger(-left));
};

/** The life line: from the first order to the end of the paid time. */
export const Life = ({ file, profile, past }: { file: FileData; profile: FileProfile; past: boolean }) => {
  // of a CID with several lives the present or last one is drawn; older ones are read at their own blocks
  const from = file.lives.at(-1)?.from ?? file.firstOrder?.block ?? file.events.nodes.at(-1)?.block;
  if (from === undefined) return null;
  return (
    <Section title={life.title} aside={paidTime(file, profile)}>
      <LifeLine
        from={from}
        asOf={file.asOf}
        expiredAt={file.state?.expiredAt ?? 0}
        paidBlocks={profile.fileDurationBlocks}
        endedAtBlock={file.state?.endedAtBlock ?? null}
        past={past}
        events={file.events.nodes.filter(({ block }) => block >= from)}
      />
    </Section>
  );
};

type Event = FileData['events']['nodes'][number];

/** The events of each life, newest first; what comes after a life's end belongs to it until the next order. */
const byLife = (file: FileData): { number: number; rows: Event[] }[] =>
  [...file.lives].reverse().map((life, i, lives) => {
    const next = lives[i - 1]?.from ?? Number.POSITIVE_INFINITY;
    const isFirst = i === lives.length - 1;
    const within = ({ block }: Event) => (isFirst || block >= life.from) && block < next;
    return { number: life.number, rows: file.events.nodes.filter(within) };
  });

/** Everything that happened, newest first, life by life. */
export const History = ({ file }: { file: FileData }) => (
  <Section title={events.title} lead={events.lead}>
    {file.events.nodes.length === 0 && <EmptyState title={events.none} />}
    {file.lives.length <= 1 && file.events.nodes.length > 0 && <FileEventList events={file.events.nodes} />}
    {file.lives.length > 1 &&
      byLife(file)
        .filter(({ rows }) => rows.length > 0)
        .map(({ number, rows }) => (
          <div key={number}>
            <h3 className={styles.life}>{lives.name(number)}</h3>
            <FileEventList events={rows} />
          </div>
        ))}
    <ListEnd shown={file.events.nodes.length} more={file.events.pageInfo.hasNextPage} />
  </Section>
);

type Sibling = FileData['siblings'][number];

const SiblingLink = ({ sibling }: { sibling: Sibling }) => (
  <>
    <Link href={route.file(sibling.known ? sibling.file.cid : sibling.cid)}>
      <code>{sibling.cid}</code>
    </Link>{' '}
    <FileStatusBadge status={sibling.file.status as FileStatus} />
  </>
);

/** Said first where nobody ordered this spelling but somebody ordered another one. */
export const OtherSpelling = ({ file }: { file: FileData }) => {
  const known = file.siblings.filter((sibling) => sibling.known);
  if (known.length === 0) return null;
  return (
    <Note tone="wait" title={file.status === 'NEVER_ORDERED' ? siblings.elsewhere : siblings.also}>
      {known.map((sibling) => (
        <p key={sibling.cid}>
          <SiblingLink sibling={sibling} />
        </p>
      ))}
    </Note>
  );
};

/** The spellings nobody has ordered; those that somebody has stand above. */
export const Siblings = ({ file }: { file: FileData }) => {
  const others = file.siblings.filter(({ known }) => !known);
  if (others.length === 0) return null;
  return (
    <Section title={siblings.title} lead={siblings.lead}>
      <ul className={styles.list}>
        {others.map((sibling) => (
          <li key={sibling.cid}>
            <SiblingLink sibling={sibling} />{' '}
            <span className={styles.small}>{siblings.version(sibling.version, sibling.encoding)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
