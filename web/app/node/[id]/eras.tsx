import { PICO_PER_CRU } from '@moho/protocol/amount';
import Link from 'next/link';
import { Amount } from '../../../components/amount/amount';
import { ClaimBadge } from '../../../components/badge/claim-badge';
import { BarChart } from '../../../components/chart/bar-chart';
import { EmptyState } from '../../../components/empty/empty';
import { ListEnd } from '../../../components/pagination/list-end';
import { receiptIn } from '../../../components/receipt/fragment';
import { perbillText, picoText, proofOf } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { toPlot } from '../../../lib/chart/path';
import { shortCru } from '../../../lib/format/amount';
import { displayPerbill, formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { NodeData } from './query';

const words = text.node.eras;
type Era = NodeData['eras']['nodes'][number];

/** The proof of one field of an era. */
const prove = (era: Era, of: string, field: string, raw: string | null) =>
  proofOf(of, raw, receiptIn(era.figureReceipts, field));

const columns = (active: number | null): Column<Era>[] => [
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
  {
    key: 'staking',
    header: words.stakingReward,
    numeric: true,
    proof: (era) => prove(era, words.stakingReward, 'stakingReward', picoText(era.stakingReward)),
    cell: (era) =>
      era.stakingReward === null ? (
        <span className={styles.quiet}>{words.open}</span>
      ) : (
        <Amount pico={era.stakingReward} unit={false} />
      ),
  },
  {
    key: 'authoring',
    header: words.authoringReward,
    numeric: true,
    proof: (era) => prove(era, words.authoringReward, 'authoringPayout', picoText(era.authoringPayout)),
    cell: (era) => <Amount pico={era.authoringPayout} unit={false} />,
  },
  {
    key: 'claimed',
    header: words.claimed,
    hint: words.claimedHint,
    cell: (era) => <ClaimBadge era={era} open={active !== null && era.era >= active} />,
  },
];

const plot = (pico: string | null) => toPlot(BigInt(pico ?? 0), PICO_PER_CRU);

interface ErasProps {
  eras: readonly Era[];
  /** the era under way: its rewards and those of planned ones are not known yet */
  active: number | null;
  /** there are older ones */
  more: boolean;
}

/** The node's last eras: rewards as bars, then every figure. */
export const Eras = ({ eras, active, more }: ErasProps) => {
  if (eras.length === 0) {
    return (
      <Section title={words.title}>
        <EmptyState title={words.none} />
      </Section>
    );
  }
  const closed = [...eras].reverse().filter((era) => era.stakingReward !== null);
  const totals = closed.map((era) => BigInt(era.stakingReward ?? 0) + BigInt(era.authoringPayout ?? 0));
  const low = totals.reduce((a, b) => (a < b ? a : b), totals[0] ?? 0n);
  const high = totals.reduce((a, b) => (a > b ? a : b), 0n);
  return (
    <Section title={words.title}>
      {closed.length > 1 && (
        <div className={styles.chart}>
          <Panel>
            <BarChart
              title={words.chart}
              summary={words.summary(closed.length, shortCru(low), shortCru(high))}
              yFormat={(value) => shortCru(BigInt(Math.round(value * 1e6)) * 10n ** 6n)}
              bars={closed.map((era) => ({
                key: String(era.era),
                label: formatInteger(era.era),
                title: words.barTitle(
                  formatInteger(era.era),
                  shortCru(era.stakingReward ?? 0n),
                  shortCru(era.authoringPayout ?? 0n),
                ),
                parts: [
                  { value: plot(era.stakingReward), tone: 'olivine', label: words.staking },
                  { value: plot(era.authoringPayout), tone: 'ember', label: words.authoring },
                ],
              }))}
            />
          </Panel>
        </div>
      )}
      <Table
        caption={words.title}
        columns={columns(active)}
        rows={eras}
        rowKey={(era) => String(era.era)}
        rowName={(era) => text.era.titleOf(formatInteger(era.era))}
      />
      <ListEnd shown={eras.length} more={more} />
    </Section>
  );
};
