import { Address } from '../../components/address/address';
import { Amount, columnDigits } from '../../components/amount/amount';
import { CopyButton } from '../../components/copy-button/copy-button';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText, proofOf } from '../../components/receipt/proof';
import type { Column } from '../../components/table/table';
import { shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import type { Plan, PlanPosition } from './query';

const words = text.plan.table;

/** What stands and what is to stand, node by node. */
export const positionColumns = (
  positions: readonly PlanPosition[],
  receipts: Plan['figureReceipts'],
  at: number | null,
): Column<PlanPosition>[] => {
  const prove = (name: string, field: string, pico: string | bigint) =>
    proofOf(name, picoText(String(pico)), receiptIn(receipts, field));
  const change = ({ held, amount }: PlanPosition) => BigInt(amount) - BigInt(held);
  const digits = columnDigits(positions.map(({ amount }) => amount));
  return [
    {
      key: 'node',
      header: words.node,
      cell: ({ stash, stashAccount }) => (
        <Address address={stash} name={stashAccount.identityDisplay} href={route.node(stash, at)} />
      ),
    },
    {
      key: 'held',
      header: words.held,
      numeric: true,
      minor: true,
      proof: ({ held }) => prove(words.held, 'held', held),
      cell: ({ held }) => <Amount pico={held} unit={false} digits={digits} />,
    },
    {
      key: 'change',
      header: words.change,
      numeric: true,
      proof: (row) => prove(words.change, 'amount', change(row)),
      cell: (row) => <Amount pico={change(row)} unit={false} digits={digits} />,
    },
    {
      key: 'amount',
      header: words.amount,
      numeric: true,
      proof: ({ amount }) => prove(words.amount, 'amount', amount),
      cell: ({ amount }) => <Amount pico={amount} unit={false} digits={digits} />,
    },
  ];
};

type Call = Plan['calls'][number];

export const callColumns = (receipts: Plan['figureReceipts']): Column<Call>[] => [
  { key: 'call', header: words.call, cell: ({ call }) => <code>staking.{call}</code> },
  {
    key: 'node',
    header: words.node,
    cell: ({ stash }) => <Address address={stash} name={null} href={route.node(stash)} />,
  },
  {
    key: 'amount',
    proof: ({ amount }) => proofOf(words.callAmount, picoText(amount), receiptIn(receipts, 'amount')),
    header: words.callAmount,
    numeric: true,
    cell: ({ amount }) => <Amount pico={amount} unit={false} />,
  },
  {
    key: 'data',
    header: words.callData,
    cell: ({ callData, call, stash }) => (
      <span className={styles.call}>
        <code title={callData}>{shorten(callData, 6, 4)}</code>
        <CopyButton value={callData} what={words.callOf(call, shorten(stash))} />
      </span>
    ),
  },
];
