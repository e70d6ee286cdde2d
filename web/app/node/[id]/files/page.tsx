import type { Metadata } from 'next';
import Link from 'next/link';
import { Address } from '../../../../components/address/address';
import { EmptyState } from '../../../../components/empty/empty';
import { ExportLinks } from '../../../../components/export-links/export-links';
import { NameLine, PageHead } from '../../../../components/page-head/page-head';
import { BadInputPage } from '../../../../components/problem/bad-input';
import { ProblemPage } from '../../../../components/problem/problem';
import { Figure } from '../../../../components/receipt/figure';
import { receiptIn } from '../../../../components/receipt/fragment';
import { Panel, Section } from '../../../../components/section/section';
import { SortedList } from '../../../../components/sorted-list/sorted-list';
import { Stat, Stats } from '../../../../components/stat/stat';
import { TimeMachine } from '../../../../components/time-machine/time-machine';
import { plainName } from '../../../../lib/format/plain';
import { displayBytes, formatInteger, shorten } from '../../../../lib/format/quantity';
import { decodePart, first, oneOf, type Query, readAt, type SearchParams, withQuery } from '../../../../lib/params';
import { HELD_SORTS } from '../../../../lib/question';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import { heldColumns } from './columns';
import { Machines } from './machines';
import { type HolderData, loadHeld } from './query';

const words = text.held;
const PAGE_SIZE = 25;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const id = decodePart((await params).id);
  return { title: words.titleOf(id === null ? '?' : shorten(id)) };
};

const readList = (query: Query) => ({
  field: oneOf(first(query, 'sort'), HELD_SORTS, 'SIZE'),
  direction: oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'DESC'),
  after: first(query, 'after'),
});

const Sums = ({ holder }: { holder: HolderData }) => {
  const figure = (of: string, field: string, raw: string, shown: string, note?: string) => (
    <Stat label={of} note={note}>
      <Figure of={of} raw={raw} receipt={receiptIn(holder.figureReceipts, field)}>
        {shown}
      </Figure>
    </Stat>
  );
  const { replicas, liveReplicas, bytes, liveBytes } = holder;
  return (
    <Section title={words.sums.title}>
      <Panel>
        <Stats>
          {figure(words.sums.replicas, 'replicas', String(replicas), formatInteger(replicas), words.sums.replicasNote)}
          {figure(
            words.sums.live,
            'liveReplicas',
            String(liveReplicas),
            formatInteger(liveReplicas),
            words.sums.liveNote,
          )}
          {figure(words.sums.bytes, 'bytes', `${bytes} B`, displayBytes(bytes))}
          {figure(words.sums.liveBytes, 'liveBytes', `${liveBytes} B`, displayBytes(liveBytes))}
        </Stats>
      </Panel>
    </Section>
  );
};

const Files = ({ holder, query, at }: { holder: HolderData; query: Query; at: number | null }) => {
  const { nodes, pageInfo } = holder.files;
  const { field, direction, after } = readList(query);
  const path = route.held(holder.id);
  const columns = heldColumns(at);
  const past = { at: first(query, 'at') ?? undefined };
  return (
    <Section title={words.list.title} lead={words.list.lead} anchor="list">
      <SortedList
        caption={words.list.title}
        columns={columns}
        rows={nodes}
        rowKey={(row) => row.id}
        rowName={(row) => shorten(row.file.cid, 10, 6)}
        empty={<EmptyState title={words.list.none} />}
        order={{ field, direction }}
        after={after}
        pageInfo={pageInfo}
        hrefWith={(changes) => `${withQuery(path, query, changes)}#list`}
      />
      <ExportLinks csv={withQuery(`${path}.csv`, past, {})} json={withQuery(`${path}.json`, past, {})} />
    </Section>
  );
};

const HeldPage = async ({ params, searchParams }: Props) => {
  const id = decodePart((await params).id);
  const query = await searchParams;
  const at = readAt(query);
  if (id === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const { field, direction, after } = readList(query);
  const answer = await loadHeld({
    account: id,
    at: at.block,
    first: PAGE_SIZE,
    after,
    orderBy: { field, direction },
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { holder } = answer.data;
  const { replicas, liveReplicas, account } = holder;
  const isNode = account.roles.some((role) => role === 'VALIDATOR' || role === 'OWNER');
  return (
    <>
      <PageHead
        kind={words.kind}
        title={plainName(account.identityDisplay) ?? shorten(holder.id, 8, 6)}
        sentence={words.sentence(formatInteger(replicas), replicas, formatInteger(liveReplicas), liveReplicas)}
      >
        <NameLine>
          <span>
            <Address address={holder.id} href={null} full copy />{' '}
            <Link href={isNode ? route.node(holder.id, at.block) : route.account(holder.id)}>
              {isNode ? words.toNode : words.toAccount}
            </Link>
          </span>
          <TimeMachine path={route.held(holder.id)} at={at.block} asOf={holder.asOf} />
        </NameLine>
      </PageHead>
      {replicas > 0 && (
        <>
          <Sums holder={holder} />
          <Machines holder={holder} />
          <Files holder={holder} query={query} at={at.block} />
        </>
      )}
    </>
  );
};

export default HeldPage;
