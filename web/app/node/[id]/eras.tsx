import Link from 'next/link';
import { Amount } from '../../../components/amount/amount';
import { type Glyph, StatusBadge, type Tone } from '../../../components/badge/badge';
import { EmptyState } from '../../../components/empty/empty';
import { ListEnd } from '../../../components/pagination/list-end';
import { receiptIn } from '../../../components/receipt/fragment';
import { perbillText, picoText, proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { displayPerbill, formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { EraCharts } from './era-charts';
import styles from './page.module.css';
import type { NodeData } from './query';

const words = text.node.eras;
type Era = NodeData['eras']['nodes'][number];

/** The proof of one field of an era. */
const prove = (era: Era, of: string, field: string, raw: string | null) =>
  proofOf(of, raw, receiptIn(era.figureReceipts, field));

const part = (
  key: 'guarantors' | 'validator' | 'clipped',
  header: string,
  more: Partial<Column<Era>> = {},
): Column<Era> => ({
  key,
  header,
  numeric: true,
  proof: (era) => prove(era, header, 'payout', picoText(era.payout?.[key] ?? null)),
  cell: (era) =>
    era.payout === null ? (
      <span className={styles.quiet}>{words.open}</span>
    ) : (
      <Amount pico={era.payout[key]} unit={false} />
    ),
  ...more,
});

/** How the era's reward was divided. */
const divided: Column<Era>[] = [
  part('guarantors', words.guarantorsPart),
  part('validator', words.nodePart),
  part('clipped', words.clippedPart, { hint: words.clippedHint, minor: true }),
];

const CLAIMS: Record<NonNullable<Era['payout']>['claim'], [Tone, Glyph]> = {
  OPEN: ['idle', 'hourglass'],
  CLAIMED: ['good', 'disc'],
  OUTSTANDING: ['warn', 'ring'],
  LOST: ['bad', 'cross'],
  UNCLAIMABLE: ['bad', 'dash'],
};

/** What became of the claim; one that anybody can still make leads to its call. */
const Claim = ({ era, stash }: { era: Era; stash: string }) => {
  const claim = era.payout?.claim ?? 'OPEN';
  const [tone, glyph] = CLAIMS[claim];
  const badge = (
    <StatusBadge tone={tone} glyph={glyph}>
      {text.guarantor.income.states[claim]}
    </StatusBadge>
  );
  return claim === 'OUTSTANDING' ? <Link href={route.claim(stash, era.era)}>{badge}</Link> : badge;
};

const columns = (stash: string): Column<Era>[] => [
  {
    key: 'era',
    header: words.era,
    cell: (era) => <Link href={route.era(era.era)}>{formatInteger(era.era)}</Link>,
  },
  {
    key: 'elected',
    header: words.elected,
    cell: (era) => (era.elected ? text.common.yes : text.common.no),
  },
  {
    key: 'points',
    header: words.points,
    numeric: true,
    proof: (era) => prove(era, words.points, 'points', era.points === null ? null : String(era.points)),
    cell: (era) => (era.points === null ? text.common.none : formatInteger(era.points)),
  },
  {
    key: 'total',
    header: words.effective,
    numeric: true,
    proof: (era) => prove(era, words.effective, 'total', picoText(era.total)),
    cell: (era) => <Amount pico={era.total} unit={false} />,
  },
  {
    key: 'limit',
    header: words.limit,
    numeric: true,
    proof: (era) => prove(era, words.limit, 'stakeLimitAtSnapshot', picoText(era.stakeLimitAtSnapshot)),
    cell: (era) => <Amount pico={era.stakeLimitAtSnapshot} unit={false} />,
  },
  {
    key: 'fee',
    header: words.fee,
    numeric: true,
    proof: (era) => prove(era, words.fee, 'guaranteeFeePerbill', perbillText(era.guaranteeFeePerbill)),
    cell: (era) => (era.guaranteeFeePerbill === null ? text.common.none : displayPerbill(era.guaranteeFeePerbill)),
  },
  ...divided,
  {
    key: 'rate',
    header: words.rate,
    hint: words.rateHint,
    numeric: true,
    proof: (era) => prove(era, words.rate, 'yearlyPerbill', era.payout?.yearlyPerbill ?? null),
    cell: (era) =>
      era.payout?.yearlyPerbill == null ? text.common.none : displayPerbill(BigInt(era.payout.yearlyPerbill)),
  },
  {
    key: 'claimed',
    header: words.claimed,
    hint: words.claimedHint,
    cell: (era) => <Claim era={era} stash={stash} />,
  },
];

interface ErasProps {
  stash: string;
  eras: readonly Era[];
  /** there are older ones */
  more: boolean;
}

/** The node's last eras: charts, then every figure. */
export const Eras = ({ stash, eras, more }: ErasProps) => {
  if (eras.length === 0) {
    return (
      <Section title={words.title}>
        <EmptyState title={words.none} />
      </Section>
    );
  }
  return (
    <Section title={words.title}>
      <EraCharts eras={eras} />
      <Table
        caption={words.title}
        columns={columns(stash)}
        rows={eras}
        rowKey={(era) => String(era.era)}
        rowName={(era) => text.era.titleOf(formatInteger(era.era))}
      />
      <ListEnd shown={eras.length} more={more} />
    </Section>
  );
};
