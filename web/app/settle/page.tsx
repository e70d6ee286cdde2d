import type { Metadata } from 'next';
import Link from 'next/link';
import { Amount } from '../../components/amount/amount';
import { EmptyState } from '../../components/empty/empty';
import { ExportLinks } from '../../components/export-links/export-links';
import filterStyles from '../../components/filter/filter.module.css';
import { PageHead } from '../../components/page-head/page-head';
import { BadInputPage } from '../../components/problem/bad-input';
import { ProblemPage } from '../../components/problem/problem';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText } from '../../components/receipt/proof';
import { Section } from '../../components/section/section';
import { SortedList } from '../../components/sorted-list/sorted-list';
import { Stat, Stats } from '../../components/stat/stat';
import { TimeMachine } from '../../components/time-machine/time-machine';
import { ask } from '../../lib/api/ask';
import { displayCru } from '../../lib/format/amount';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { first, oneOf, readAt, type SearchParams, withQuery } from '../../lib/params';
import { SETTLE_OUTCOMES, SETTLE_SORTS } from '../../lib/question';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { settleColumns } from './columns';
import { How } from './how';
import { type SettleData, SettleDocument } from './query';

const words = text.settle;
const PAGE_SIZE = 25;

export const metadata: Metadata = { title: words.title };

/** The desk in figures: how many there are, what they give, what settling one costs. */
const Desk = ({ desk }: { desk: SettleData['settleDesk'] }) => {
  const { fraction } = displayCru(desk.fee.perByte);
  const counted = (name: 'expired' | 'renewing' | 'worthSettling', label: string) => (
    <Figure of={label} raw={desk[name]} receipt={receiptIn(desk.figureReceipts, name)}>
      {formatInteger(desk[name])}
    </Figure>
  );
  const amount = (name: 'worthNet', label: string) => (
    <Figure of={label} raw={picoText(desk[name])} receipt={receiptIn(desk.figureReceipts, name)}>
      <Amount pico={desk[name]} />
    </Figure>
  );
  const { stats } = words;
  return (
    <Stats>
      <Stat label={stats.expired}>{counted('expired', stats.expired)}</Stat>
      <Stat label={stats.worth} note={stats.worthNote}>
        {counted('worthSettling', stats.worth)}
      </Stat>
      <Stat label={stats.worthNet} note={stats.worthNetNote}>
        {amount('worthNet', stats.worthNet)}
      </Stat>
      <Stat label={stats.renewing} note={stats.renewingNote}>
        {counted('renewing', stats.renewing)}
      </Stat>
      <Stat label={stats.fee} note={stats.feeNote(`0.${fraction}`)}>
        <Figure of={stats.fee} raw={picoText(desk.fee.usual)} receipt={receiptIn(desk.figureReceipts, 'fee')}>
          <Amount pico={desk.fee.usual} />
        </Figure>
      </Stat>
    </Stats>
  );
};

const SettlePage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const at = readAt(query);
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const after = first(query, 'after');
  const outcome = oneOf(first(query, 'outcome'), SETTLE_OUTCOMES, 'ALL');
  const field = oneOf(first(query, 'sort'), SETTLE_SORTS, 'NET');
  const direction = oneOf(first(query, 'dir'), ['ASC', 'DESC'], field === 'EXPIRED_AT' ? 'ASC' : 'DESC');
  const answer = await ask(SettleDocument, {
    first: PAGE_SIZE,
    after,
    outcome: outcome === 'ALL' ? null : outcome,
    orderBy: { field, direction },
    at: at.block,
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { settleDesk: desk, settlements, status } = answer.data;
  const { nodes, pageInfo } = settlements;
  const columns = settleColumns(nodes, status.profile.blockTimeMs, at.block);
  const past = at.block === null ? {} : { at: String(at.block) };
  const narrowed = outcome === 'ALL' ? past : { ...past, outcome };
  return (
    <>
      <PageHead
        title={words.title}
        sentence={
          desk.expired === 0
            ? words.sentenceNone
            : words.sentence(formatInteger(desk.expired), formatInteger(desk.worthSettling))
        }
      >
        <TimeMachine path={route.settle} at={at.block} asOf={desk.asOf} />
      </PageHead>
      <Desk desk={desk} />
      <Section title={words.list.title}>
        <form method="get" action={route.settle} className={filterStyles.filter} aria-label={words.filter}>
          {at.block !== null && <input type="hidden" name="at" value={at.block} />}
          <label className={filterStyles.field}>
            {words.outcomeFilter}
            <select name="outcome" defaultValue={outcome}>
              {SETTLE_OUTCOMES.map((one) => (
                <option key={one} value={one}>
                  {words.outcomes[one]}
                </option>
              ))}
            </select>
          </label>
          <div className={filterStyles.actions}>
            <button type="submit">{words.apply}</button>
            <Link href={withQuery(route.settle, past, {})}>{words.clear}</Link>
          </div>
        </form>
        <SortedList
          caption={words.list.title}
          columns={columns}
          rows={nodes}
          rowKey={(row) => row.id}
          rowName={(row) => shorten(row.id, 10, 6)}
          empty={<EmptyState title={outcome === 'ALL' ? words.list.none : words.list.noneOf} />}
          order={{ field, direction }}
          after={after}
          pageInfo={pageInfo}
          hrefWith={(changes) => withQuery(route.settle, query, changes)}
        />
        {nodes.length > 0 && (
          <ExportLinks
            csv={withQuery(`${route.settle}/files.csv`, narrowed, {})}
            json={withQuery(`${route.settle}/files.json`, narrowed, {})}
          />
        )}
      </Section>
      <How readFrom={desk.fee.readFrom} />
    </>
  );
};

export default SettlePage;
