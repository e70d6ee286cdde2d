import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Address } from '../../../../components/address/address';
import { Amount } from '../../../../components/amount/amount';
import { EraChoice } from '../../../../components/era-choice/era-choice';
import { NameLine, PageHead } from '../../../../components/page-head/page-head';
import { Pagination } from '../../../../components/pagination/pagination';
import { BadInputPage } from '../../../../components/problem/bad-input';
import { ProblemPage } from '../../../../components/problem/problem';
import { Figure } from '../../../../components/receipt/figure';
import { receiptIn } from '../../../../components/receipt/fragment';
import { picoText } from '../../../../components/receipt/proof';
import { Panel, Section } from '../../../../components/section/section';
import { Stat, Stats } from '../../../../components/stat/stat';
import { type EraRange, eraText, parseEras } from '../../../../lib/eras';
import { cruText } from '../../../../lib/format/amount';
import { plainName } from '../../../../lib/format/plain';
import { formatInteger, shorten } from '../../../../lib/format/quantity';
import { decodePart, first, type Query, readAt, type SearchParams, withQuery } from '../../../../lib/params';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import { EraList } from './list';
import { MachineShares } from './machines';
import { loadLastEra, loadPayout, type PayoutData } from './query';

const words = text.payout;
/** What one page shows, and what it shows unasked: a month and a week of mainnet. */
const MOST_ERAS = 124;
const USUAL_ERAS = 28;

interface Props {
  params: Promise<{ owner: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const owner = decodePart((await params).owner);
  return { title: words.titleOf(owner === null ? '?' : shorten(owner)) };
};

const rangeWords = ({ from, to }: EraRange): string => words.eras(formatInteger(from), formatInteger(to));

const sentenceOf = ({ amount, unclaimed, eras, members }: PayoutData, range: EraRange): string =>
  eras.length === 0
    ? words.sentenceNone(rangeWords(range))
    : words.sentence(
        cruText(amount),
        BigInt(unclaimed) === 0n ? null : cruText(unclaimed),
        rangeWords(range),
        members.totalCount,
      );

/** Leads to the last eras that have closed, so that the address says which they are. */
const toLastEras = async (owner: string, query: Query, at: number | null) => {
  const answer = await loadLastEra(owner, at);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const [newest] = answer.data.eras.nodes;
  const last = Math.max(0, (newest?.era ?? 0) - (newest?.endBlock === null ? 1 : 0));
  const eras = eraText({ from: Math.max(0, last - USUAL_ERAS + 1), to: last });
  redirect(withQuery(route.payout(answer.data.account.address), query, { eras }));
};

const Totals = ({ data }: { data: PayoutData }) => {
  const money = (label: string, field: 'amount' | 'unclaimed' | 'undivided', note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={picoText(data[field])} receipt={receiptIn(data.figureReceipts, field)}>
        <Amount pico={data[field]} />
      </Figure>
    </Stat>
  );
  const { totals } = words;
  const machines = data.members.totalCount;
  return (
    <Section title={totals.title}>
      <Panel>
        <Stats>
          {money(totals.amount, 'amount', totals.amountNote)}
          {money(totals.unclaimed, 'unclaimed', totals.unclaimedNote)}
          {money(totals.undivided, 'undivided', totals.undividedNote)}
          <Stat label={totals.machines}>
            <Figure of={totals.machines} raw={machines} receipt={receiptIn(data.figureReceipts, 'memberCount')}>
              {formatInteger(machines)}
            </Figure>
          </Stat>
        </Stats>
      </Panel>
    </Section>
  );
};

const PayoutPage = async ({ params, searchParams }: Props) => {
  const owner = decodePart((await params).owner);
  const query = await searchParams;
  const at = readAt(query);
  if (owner === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const asked = first(query, 'eras');
  const range = asked === null ? null : parseEras(asked);
  if (range === null) return toLastEras(owner, query, at.block);
  const count = range.to - range.from + 1;
  const shown = count > MOST_ERAS ? { from: range.to - MOST_ERAS + 1, to: range.to } : range;
  const answer = await loadPayout(owner, shown.from, shown.to, at.block, first(query, 'after'));
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { groupPayout: data } = answer.data;
  const { address, identityDisplay } = data.ownerAccount;
  const { pageInfo, nodes } = data.members;
  return (
    <>
      <PageHead
        kind={words.kind}
        title={plainName(identityDisplay) ?? shorten(address, 8, 6)}
        sentence={sentenceOf(data, shown)}
      >
        <NameLine>
          <span>
            <Address address={address} href={null} full copy />{' '}
            <Link href={route.group(address, at.block)}>{words.toGroup}</Link> ·{' '}
            <Link href={route.misses(address, eraText(shown))}>{text.misses.link}</Link>
          </span>
        </NameLine>
      </PageHead>
      <EraChoice
        path={route.payout(address)}
        eras={eraText(shown)}
        words={words.choose}
        problem={count > MOST_ERAS ? words.tooMany(formatInteger(count)) : null}
      />
      {data.eras.length > 0 && (
        <>
          <Totals data={data} />
          <Section
            title={words.machines.title}
            lead={words.machines.lead}
            aside={
              <a href={route.payoutTable(address, eraText(range))} download>
                {words.csv}
              </a>
            }
          >
            <MachineShares data={data} />
            <Pagination
              firstHref={
                first(query, 'after') === null ? null : withQuery(route.payout(address), query, { after: null })
              }
              shown={nodes.length}
              nextHref={
                pageInfo.hasNextPage ? withQuery(route.payout(address), query, { after: pageInfo.endCursor }) : null
              }
            />
          </Section>
          <Section title={words.list.title}>
            <EraList data={data} />
          </Section>
        </>
      )}
    </>
  );
};

export default PayoutPage;
