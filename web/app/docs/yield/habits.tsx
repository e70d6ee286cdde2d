import { HABITS, type Habit, type HabitCase, worstCase } from '@moho/protocol/yield/habits';
import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { receiptIn } from '../../../components/receipt/fragment';
import { proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { cruText } from '../../../lib/format/amount';
import { displayPerbill, formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { YieldDocs } from './query';
import { erasAYear, habitEras } from './rows';

const words = text.yieldDocs.habits;

interface Row {
  habit: Habit;
  found: HabitCase | null;
}

/** Rates of a chain with eras of minutes, compounded, have hundreds of digits. */
const MOST_PERBILL = 10n ** 15n;

const shown = ({ unit }: HabitCase, value: bigint): string => {
  if (unit === 'AMOUNT') return `${cruText(value)} ${text.common.cru}`;
  if (value > MOST_PERBILL) return words.more(displayPerbill(MOST_PERBILL));
  return unit === 'RATE' ? words.yearly(displayPerbill(value)) : displayPerbill(value);
};

const rawOf = ({ unit }: HabitCase, value: bigint): string =>
  unit === 'AMOUNT' ? `${value} pico-CRU` : `${value} / 10⁹`;

/** Each habit where it misleads most in the newest closed eras: the figure of the habit beside the figure of the chain. */
export const Habits = ({ docs }: { docs: YieldDocs }) => {
  const eras = habitEras(docs.eras.nodes);
  const rows: Row[] = HABITS.map((habit) => ({ habit, found: worstCase(habit, eras, erasAYear(docs)) }));
  const receiptsOf = ({ era: number, stash }: HabitCase) => {
    const era = docs.eras.nodes.find((one) => one.era === number);
    const node = era?.validators.nodes.find((one) => one.stash === stash);
    const ofEra = ['stakingPayout', 'totalStake', 'electedCount', 'authoringTotal'] as const;
    return [
      ...ofEra.map((figure) => era && receiptIn(era.figureReceipts, figure)),
      ...['total', 'authoringPayout', 'guaranteeFeePerbill'].map(
        (figure) => node && receiptIn(node.figureReceipts, figure),
      ),
    ];
  };
  const figure = (name: string, value: (found: HabitCase) => bigint): Pick<Column<Row>, 'proof' | 'cell'> => ({
    proof: ({ habit, found }) =>
      found && proofOf(name, rawOf(found, value(found)), receiptsOf(found), words.rules[habit]),
    cell: ({ found }) => (found === null ? words.nowhere : shown(found, value(found))),
  });
  const columns: Column<Row>[] = [
    { key: 'habit', header: words.habit, cell: ({ habit }) => words.names[habit] },
    {
      key: 'where',
      header: words.where,
      cell: ({ found }) => {
        if (found === null) return text.common.none;
        const node = docs.eras.nodes.flatMap((era) => era.validators.nodes).find(({ stash }) => stash === found.stash);
        return (
          <>
            {node && (
              <Address address={node.stash} name={node.stashAccount.identityDisplay} href={route.node(node.stash)} />
            )}{' '}
            <Link href={route.era(found.era)}>{text.era.titleOf(formatInteger(found.era))}</Link>
          </>
        );
      },
    },
    { key: 'shown', header: words.shown, ...figure(words.shown, (found) => found.shown) },
    { key: 'real', header: words.real, ...figure(words.real, (found) => found.real) },
  ];
  return (
    <Section title={words.title} lead={words.lead}>
      <Table
        caption={words.title}
        columns={columns}
        rows={rows}
        rowKey={({ habit }) => habit}
        rowName={({ habit }) => words.names[habit]}
        cards
      />
    </Section>
  );
};
