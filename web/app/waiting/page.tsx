import type { Metadata } from 'next';
import { EmptyState } from '../../components/empty/empty';
import { ExportLinks } from '../../components/export-links/export-links';
import { PageHead } from '../../components/page-head/page-head';
import { BadInputPage } from '../../components/problem/bad-input';
import { ProblemPage } from '../../components/problem/problem';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { Section } from '../../components/section/section';
import { SortedList } from '../../components/sorted-list/sorted-list';
import { Stat, Stats } from '../../components/stat/stat';
import { TimeMachine } from '../../components/time-machine/time-machine';
import { ask } from '../../lib/api/ask';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { first, oneOf, type Query, readAt, type SearchParams, withQuery } from '../../lib/params';
import { WAITING_SORTS } from '../../lib/question';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { lasting, waitingColumns } from './columns';
import { type WaitingData, WaitingDocument } from './query';
import { Owners, Times } from './times';

const words = text.waiting;
const PAGE_SIZE = 25;
const OWNERS_SIZE = 10;
const DEFAULT_SLOTS = 24;
const MOST_SLOTS = 168;

export const metadata: Metadata = { title: words.title };

/** The slots asked for, or the usual ones and the reason why not. */
const readSlots = (query: Query): { given: string; slots: number; problem: string | null } => {
  const given = first(query, 'slots') ?? String(DEFAULT_SLOTS);
  const slots = Number(given);
  return /^\d{1,3}$/.test(given) && slots >= 1 && slots <= MOST_SLOTS
    ? { given, slots, problem: null }
    : {
        given,
        slots: DEFAULT_SLOTS,
        problem: `${words.times.bad(given.slice(0, 40))} ${words.times.fallback(String(DEFAULT_SLOTS))}`,
      };
};

const sentenceOf = ({ waitingRoom: { overall }, waitingFiles, status }: WaitingData): string => {
  if (waitingFiles.totalCount === 0) return words.sentenceNone;
  const waiting = formatInteger(waitingFiles.totalCount);
  if (overall === null) return words.sentenceNoTimes(waiting);
  const { blockTimeMs } = status.profile;
  return words.sentence(waiting, lasting(overall.medianBlocks, blockTimeMs), lasting(overall.p90Blocks, blockTimeMs));
};

/** From this runtime on a service outside the chain turns reports into replicas. */
const SERVICE_SPEC = 23;

const serviceSentence = ({ waitingRoom: { processedBlock, specVersion } }: WaitingData): string => {
  if (processedBlock !== null) return words.reasons.service(formatInteger(processedBlock));
  return (specVersion ?? SERVICE_SPEC) < SERVICE_SPEC ? words.reasons.noService : words.reasons.unknownService;
};

const Reasons = ({ data }: { data: WaitingData }) => (
  <Section title={words.reasons.title} lead={serviceSentence(data)}>
    <Stats>
      {data.waitingRoom.reasons.map(({ reason, count }) => (
        <Stat key={reason} label={words.reasons[reason]} note={words.reasons[`${reason}_note`]}>
          <Figure of={words.reasons[reason]} raw={count} receipt={receiptIn(data.waitingRoom.figureReceipts, reason)}>
            {formatInteger(count)}
          </Figure>
        </Stat>
      ))}
    </Stats>
  </Section>
);

const WaitingPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const at = readAt(query);
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const { given, slots, problem } = readSlots(query);
  const after = first(query, 'after');
  const ownersAfter = first(query, 'owners');
  const field = oneOf(first(query, 'sort'), WAITING_SORTS, 'AGE');
  const direction = oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'DESC');
  const answer = await ask(WaitingDocument, {
    first: PAGE_SIZE,
    after,
    orderBy: { field, direction },
    slots,
    owners: OWNERS_SIZE,
    ownersAfter,
    at: at.block,
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { waitingFiles, waitingRoom, status } = answer.data;
  const columns = waitingColumns(waitingFiles.nodes, status.profile.blockTimeMs, at.block);
  const past = at.block === null ? {} : { at: String(at.block) };
  const here = (changes: Record<string, string | null>) => withQuery(route.waiting, query, changes);
  const { pageInfo, nodes } = waitingFiles;
  return (
    <>
      <PageHead title={words.title} sentence={sentenceOf(answer.data)}>
        <TimeMachine path={route.waiting} at={at.block} asOf={waitingRoom.asOf} />
      </PageHead>
      <Reasons data={answer.data} />
      <Section title={words.list.title} lead={words.list.lead}>
        <SortedList
          caption={words.list.title}
          columns={columns}
          rows={nodes}
          rowKey={(row) => row.id}
          rowName={(row) => shorten(row.id, 10, 6)}
          empty={<EmptyState title={words.list.none} />}
          order={{ field, direction }}
          after={after}
          pageInfo={pageInfo}
          hrefWith={here}
        />
        {nodes.length > 0 && (
          <ExportLinks
            csv={withQuery(`${route.waiting}/files.csv`, past, {})}
            json={withQuery(`${route.waiting}/files.json`, past, {})}
          />
        )}
      </Section>
      <Times data={answer.data} slots={slots} given={given} problem={problem} at={at.block} />
      <Owners
        data={answer.data}
        links={{
          first: ownersAfter === null ? null : `${here({ owners: null })}#owners`,
          next: (cursor) => `${here({ owners: cursor })}#owners`,
        }}
      />
    </>
  );
};

export default WaitingPage;
