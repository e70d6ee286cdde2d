import Link from 'next/link';
import { Amount, columnDigits } from '../../components/amount/amount';
import { EraPhaseBadge } from '../../components/badge/era-phase-badge';
import { BlockRef } from '../../components/block-ref/block-ref';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText, proofOf } from '../../components/receipt/proof';
import type { Column } from '../../components/table/table';
import { formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import type { EraRow } from './query';

const words = text.era;
type Money = 'totalStake' | 'stakingPayout' | 'authoringTotal' | 'marketPayout' | 'paidTotal';

const money = (rows: readonly EraRow[], field: Money, header: string): Column<EraRow> => {
  const digits = columnDigits(rows.map((row) => row[field]));
  return {
    key: field,
    minor: field === 'authoringTotal' || field === 'marketPayout',
    header,
    numeric: true,
    proof: (row) => proofOf(header, picoText(row[field]), receiptIn(row.figureReceipts, field)),
    cell: (row) => <Amount pico={row[field]} unit={false} digits={digits} />,
  };
};

/** One line for each era: its state, its stake and its money. */
export const eraColumns = (rows: readonly EraRow[]): Column<EraRow>[] => [
  { key: 'era', header: words.kind, cell: (row) => <Link href={route.era(row.era)}>{formatInteger(row.era)}</Link> },
  { key: 'phase', header: words.table.phase, cell: (row) => <EraPhaseBadge phase={row.phase} /> },
  {
    key: 'began',
    header: words.table.began,
    cell: (row) =>
      row.startBlock === null ? text.common.none : <BlockRef block={row.startBlock} time={row.startTime} />,
  },
  {
    key: 'elected',
    minor: true,
    header: words.facts.elected,
    numeric: true,
    proof: (row) => proofOf(words.facts.elected, row.electedCount, receiptIn(row.figureReceipts, 'electedCount')),
    cell: (row) => (row.electedCount === null ? text.common.none : formatInteger(row.electedCount)),
  },
  money(rows, 'totalStake', words.facts.totalStake),
  money(rows, 'stakingPayout', words.facts.staking),
  money(rows, 'authoringTotal', words.facts.authoring),
  money(rows, 'marketPayout', words.facts.market),
  money(rows, 'paidTotal', words.facts.paid),
];
