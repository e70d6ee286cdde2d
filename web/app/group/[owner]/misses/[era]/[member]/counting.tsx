import type { ReactNode } from 'react';
import { Amount } from '../../../../../../components/amount/amount';
import { Bytes } from '../../../../../../components/bytes/bytes';
import { receiptIn } from '../../../../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../../../../components/receipt/proof';
import { type Column, Table } from '../../../../../../components/table/table';
import { text } from '../../../../../../messages';
import type { MissData } from './query';

const words = text.misses.detail;

interface Line {
  figure: string;
  was: ReactNode;
  would: ReactNode;
  /** the exact figure of the era as it was, and the field its receipt is of */
  raw: string | null;
  wouldRaw: string | null;
  field: string;
}

type Side = NonNullable<MissData['paid']>;

const linesOf = (miss: MissData, paid: Side, restored: Side): Line[] => {
  const bytes = (figure: string, field: 'workload' | 'totalWorkload'): Line => ({
    figure,
    was: <Bytes of={paid[field]} />,
    would: <Bytes of={restored[field]} />,
    raw: `${paid[field]} B`,
    wouldRaw: `${restored[field]} B`,
    field: `paid.${field}`,
  });
  const money = (figure: string, of: (side: Side) => string, field: string): Line => ({
    figure,
    was: <Amount pico={of(paid)} unit={false} />,
    would: <Amount pico={of(restored)} unit={false} />,
    raw: picoText(of(paid)),
    wouldRaw: picoText(of(restored)),
    field,
  });
  const stage = ({ isStageOne }: Side) => (isStageOne ? words.stageOne : words.stageTwo);
  return [
    bytes(words.workload, 'workload'),
    bytes(words.totalWorkload, 'totalWorkload'),
    money(words.limitOfAll, () => miss.limitOfAll, 'limitOfAll'),
    {
      figure: words.stage,
      was: stage(paid),
      would: stage(restored),
      raw: stage(paid),
      wouldRaw: stage(restored),
      field: 'limitOfAll',
    },
    money(words.stakeLimit, (side) => side.stakeLimit, 'paid.stakeLimit'),
    money(words.exposureTotal, (side) => side.exposureTotal, 'paid.exposureTotal'),
    money(words.eraTotalStakes, (side) => side.eraTotalStakes, 'paid.eraTotalStakes'),
    money(words.stakingPayout, () => miss.stakingPayout, 'stakingPayout'),
    money(words.reward, (side) => side.reward, 'restored'),
    money(words.owner, (side) => side.owner, 'paid.owner'),
  ];
};

/** The owner's era as it was and as it would have been, figure by figure. */
export const Counting = ({ miss, paid, restored }: { miss: MissData; paid: Side; restored: Side }) => {
  const columns: Column<Line>[] = [
    { key: 'figure', header: words.figure, cell: (line) => line.figure },
    {
      key: 'was',
      header: words.was,
      numeric: true,
      proof: (line) => proofOf(line.figure, line.raw, receiptIn(miss.figureReceipts, line.field)),
      cell: (line) => line.was,
    },
    {
      key: 'would',
      header: words.would,
      numeric: true,
      proof: (line) => proofOf(words.would, line.wouldRaw, receiptIn(miss.figureReceipts, 'restored')),
      cell: (line) => line.would,
    },
  ];
  return (
    <Table
      caption={words.countingCaption}
      columns={columns}
      rows={linesOf(miss, paid, restored)}
      rowKey={(line) => line.figure}
      cards
    />
  );
};
