import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { FileStatusBadge } from '../../../components/badge/file-status-badge';
import { EmptyState } from '../../../components/empty/empty';
import { FileEventList } from '../../../components/file-events/file-events';
import { LifeLine } from '../../../components/life-line/life-line';
import { ListEnd } from '../../../components/pagination/list-end';
import { Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { formatDuration } from '../../../lib/format/time';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData, FileProfile } from './query';

const { life, events, siblings } = text.file;

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
  const from = file.firstOrder?.block ?? file.events.nodes.at(-1)?.block;
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
        events={file.events.nodes}
      />
    </Section>
  );
};

/** Everything that happened, newest first. */
export const History = ({ file }: { file: FileData }) => (
  <Section title={events.title}>
    {file.events.nodes.length === 0 ? <EmptyState title={events.none} /> : <FileEventList events={file.events.nodes} />}
    <ListEnd shown={file.events.nodes.length} more={file.events.pageInfo.hasNextPage} />
  </Section>
);

/** The same content as CIDv0, CIDv1 or in another base: other files for the chain. */
export const Siblings = ({ file }: { file: FileData }) =>
  file.siblings.length === 0 ? null : (
    <Section title={siblings.title} lead={siblings.lead}>
      <ul className={styles.list}>
        {file.siblings.map((sibling) => (
          <li key={sibling.cid}>
            <Link href={route.file(sibling.known ? sibling.file.cid : sibling.cid)}>
              <code>{sibling.cid}</code>
            </Link>{' '}
            <FileStatusBadge status={sibling.file.status as FileStatus} />
          </li>
        ))}
      </ul>
    </Section>
  );
