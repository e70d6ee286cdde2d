import { PICO_PER_CRU } from '@moho/protocol/amount';
import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Amount, columnDigits } from '../../../components/amount/amount';
import { type Glyph, StatusBadge, type Tone } from '../../../components/badge/badge';
import { BarChart } from '../../../components/chart/bar-chart';
import { EmptyState } from '../../../components/empty/empty';
import { ExportLinks } from '../../../components/export-links/export-links';
import { Pagination } from '../../../components/pagination/pagination';
import { receiptIn } from '../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { toPlot } from '../../../lib/chart/path';
import { shortCru } from '../../../lib/format/amount';
import { displayPerbill, formatInteger, shorten } from '../../../lib/format/quantity';
import { withQuery } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { GuarantorData } from './query';

const words = text.guarantor.income;
const columnWords = text.guarantor.eras;
type Income = GuarantorData['incomes']['nodes'][number];

const STATES: Record<Income['state'], [Tone, Glyph]> = {
  OPEN: ['wait', 'hourglass'],
  CLAIMED: ['good', 'disc'],
  OUTSTANDING: ['warn', 'ring'],
  LOST: ['bad', 'cross'],
  UNCLAIMABLE: ['bad', 'dash'],
};

const State = ({ row }: { row: Income }) => {
  const [tone, glyph] = row.clipped ? (['bad', 'cross'] as const) : STATES[row.state];
  const badge = (
    <StatusBadge tone={tone} glyph={glyph}>
      {row.clipped ? columnWords.clipped : words.states[row.state]}
    </StatusBadge>
  );
  return row.state === 'OUTSTANDING' ? <Link href={route.claim(row.stash, row.era)}>{badge}</Link> : badge;
};

const columns = (rows: readonly Income[]): Column<Income>[] => {
  const digits = columnDigits(rows.map(({ amount }) => amount));
  const money = (
    key: 'nominal' | 'value' | 'amount',
    header: string,
    more: Partial<Column<Income>> = {},
  ): Column<Income> => ({
    key,
    header,
    numeric: true,
    proof: (row) => proofOf(header, picoText(row[key]), receiptIn(row.figureReceipts, key)),
    cell: (row) => <Amount pico={row[key]} unit={false} digits={key === 'amount' ? digits : undefined} />,
    ...more,
  });
  return [
    {
      key: 'era',
      header: columnWords.era,
      cell: (row) => <Link href={route.era(row.era)}>{formatInteger(row.era)}</Link>,
    },
    {
      key: 'node',
      header: columnWords.node,
      cell: (row) => (
        <Address address={row.stash} name={row.stashAccount.identityDisplay} href={route.node(row.stash)} />
      ),
    },
    money('nominal', columnWords.nominal, { minor: true }),
    money('value', columnWords.effective, { minor: true }),
    money('amount', words.amount),
    {
      key: 'rate',
      header: words.rate,
      numeric: true,
      proof: (row) => proofOf(words.rate, row.yearlyPerbill, receiptIn(row.figureReceipts, 'yearlyPerbill')),
      cell: (row) => (row.yearlyPerbill === null ? text.common.none : displayPerbill(BigInt(row.yearlyPerbill))),
    },
    { key: 'state', header: words.state, cell: (row) => <State row={row} /> },
  ];
};

const Chart = ({ eras }: { eras: GuarantorData['paidInEras'] }) => {
  if (eras.length < 2) return null;
  const amounts = eras.map(({ amount }) => BigInt(amount));
  const low = amounts.reduce((a, b) => (a < b ? a : b));
  const high = amounts.reduce((a, b) => (a > b ? a : b));
  return (
    <Panel>
      <BarChart
        title={words.chart}
        summary={words.summary(eras.length, shortCru(low), shortCru(high))}
        yFormat={(value) => shortCru(BigInt(Math.round(value * 1e6)) * 10n ** 6n)}
        bars={eras.map(({ era, amount }) => ({
          key: String(era),
          label: formatInteger(era),
          title: words.bar(formatInteger(era), shortCru(amount)),
          parts: [{ value: toPlot(BigInt(amount), PICO_PER_CRU), tone: 'olivine', label: words.paid }],
        }))}
      />
    </Panel>
  );
};

interface IncomesProps {
  of: GuarantorData;
  at: number | null;
  after: string | null;
}

/** What each era and node brought, will bring, or would have brought. */
export const Incomes = ({ of, at, after }: IncomesProps) => {
  const { nodes, pageInfo } = of.incomes;
  const path = route.guarantor(of.stash);
  const asked = at === null ? {} : { at: String(at) };
  return (
    <Section title={words.title} lead={words.lead} anchor="incomes">
      <Chart eras={of.paidInEras} />
      <Table
        caption={words.title}
        columns={columns(nodes)}
        rows={nodes}
        rowKey={(row) => row.id}
        rowName={(row) => text.unclaimed.claim.titleOf(formatInteger(row.era), shorten(row.stash))}
        empty={<EmptyState title={columnWords.none} />}
        cards
      />
      <Pagination
        firstHref={after === null ? null : `${withQuery(path, asked, {})}#incomes`}
        shown={nodes.length}
        nextHref={pageInfo.hasNextPage ? `${withQuery(path, asked, { after: pageInfo.endCursor })}#incomes` : null}
      />
      {nodes.length > 0 && (
        <ExportLinks
          lead={words.export}
          csv={withQuery(`${path}/incomes.csv`, asked, {})}
          json={withQuery(`${path}/incomes.json`, asked, {})}
        />
      )}
    </Section>
  );
};
