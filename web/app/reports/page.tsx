import type { Metadata } from 'next';
import { EmptyState } from '../../components/empty/empty';
import { PageHead } from '../../components/page-head/page-head';
import { Pagination } from '../../components/pagination/pagination';
import { BadInputPage } from '../../components/problem/bad-input';
import { ProblemPage } from '../../components/problem/problem';
import { Section } from '../../components/section/section';
import { Table } from '../../components/table/table';
import { TimeMachine } from '../../components/time-machine/time-machine';
import { ask } from '../../lib/api/ask';
import { formatInteger } from '../../lib/format/quantity';
import { first, oneOf, readAt, type SearchParams, withQuery } from '../../lib/params';
import { REPORT_SLOTS } from '../../lib/question';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Charts } from './charts';
import { Codes } from './codes';
import { slotColumns } from './columns';
import { LastSlot } from './last-slot';
import { type ReportsData, ReportsDocument } from './query';
import { Refused } from './refused';
import { Service } from './service';

const words = text.reports;
const ROWS = 24;
const REFUSED_SHOWN = 10;

export const metadata: Metadata = { title: words.title };

const sentenceOf = ({ last }: ReportsData): string => {
  const [slot] = last.nodes;
  if (slot === undefined) return words.none;
  const all = slot.reporters + slot.missed + slot.exempt;
  return words.sentence(
    formatInteger(slot.reporters),
    formatInteger(all),
    slot.missed,
    formatInteger(slot.missed),
    slot.punished,
    formatInteger(slot.punished),
  );
};

/** The work reports of the whole network: who reported, what they run, and whether their files are taken over. */
const ReportsPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const at = readAt(query);
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const after = first(query, 'after');
  const slots = oneOf(first(query, 'slots'), REPORT_SLOTS, '48');
  const answer = await ask(ReportsDocument, {
    at: at.block,
    slots: Number(slots),
    rows: ROWS,
    after,
    refused: REFUSED_SHOWN,
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { data } = answer;
  const [last] = data.last.nodes;
  const { nodes, pageInfo } = data.slotSummaries;
  const height = at.block ?? data.status.indexedHeight ?? 0;
  const here = (changes: Record<string, string | null>) => withQuery(route.reports, query, changes);
  return (
    <>
      <PageHead title={words.title} sentence={sentenceOf(data)}>
        <TimeMachine path={route.reports} at={at.block} asOf={height} />
      </PageHead>
      {last && <LastSlot slot={last} />}
      <Charts slots={data.chart.nodes} chosen={slots} hrefWith={here} />
      <Codes shares={data.sworkerCodeShares} height={height} />
      <Service service={data.spowerService} />
      <Refused reports={data.refused.nodes} at={at.block} />
      <Section title={words.table.title} lead={words.table.lead} anchor="slots">
        <Table
          caption={words.table.title}
          columns={slotColumns}
          rows={nodes}
          rowKey={({ slot }) => String(slot)}
          rowName={({ slot }) => `${words.table.slot} ${formatInteger(slot)}`}
          empty={<EmptyState title={words.none} />}
          cards
        />
        <Pagination
          firstHref={after === null ? null : `${here({ after: null })}#slots`}
          nextHref={pageInfo.hasNextPage ? `${here({ after: pageInfo.endCursor })}#slots` : null}
          shown={nodes.length}
        />
      </Section>
    </>
  );
};

export default ReportsPage;
