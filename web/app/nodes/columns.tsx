import { Address } from '../../components/address/address';
import { Amount } from '../../components/amount/amount';
import { StatusBadge } from '../../components/badge/badge';
import { receiptIn } from '../../components/receipt/fragment';
import { perbillText, picoText, proofOf } from '../../components/receipt/proof';
import type { Column } from '../../components/table/table';
import { displayPerbill, formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import type { NodeRow } from './query';

const words = text.node.table;

const Room = ({ node }: { node: NodeRow }) => {
  if (node.stakeLimit === null) return <span className={styles.quiet}>{text.common.none}</span>;
  const room = BigInt(node.stakeLimit) - BigInt(node.totalStake);
  if (room >= 0n) return <Amount pico={room} unit={false} />;
  return (
    <span className={styles.over}>
      {words.over} <Amount pico={-room} unit={false} />
    </span>
  );
};

/** The proof of one field of a node. */
const prove = (node: NodeRow, of: string, field: string, raw: string | null) =>
  proofOf(of, raw, receiptIn(node.figureReceipts, field));

const proveRoom = (node: NodeRow) =>
  node.stakeLimit === null
    ? null
    : proofOf(
        words.room,
        picoText(BigInt(node.stakeLimit) - BigInt(node.totalStake)),
        [receiptIn(node.figureReceipts, 'stakeLimit'), receiptIn(node.figureReceipts, 'totalStake')],
        words.roomRule,
      );

/** Columns of the node table; those with `sort` can order it. */
export const columns: (Column<NodeRow> & { sort?: string })[] = [
  {
    key: 'node',
    header: words.node,
    cell: (node) => (
      <Address address={node.stash} name={node.stashAccount.identityDisplay} href={route.node(node.stash)} />
    ),
  },
  {
    key: 'fee',
    header: words.fee,
    hint: words.feeHint,
    numeric: true,
    sort: 'GUARANTEE_FEE',
    proof: (node) => prove(node, words.fee, 'guaranteeFeePerbill', perbillText(node.guaranteeFeePerbill)),
    cell: (node) => (node.guaranteeFeePerbill === null ? text.common.none : displayPerbill(node.guaranteeFeePerbill)),
  },
  {
    key: 'effective',
    header: words.effective,
    hint: words.effectiveHint,
    numeric: true,
    sort: 'EFFECTIVE_STAKE',
    proof: (node) => prove(node, words.effective, 'effectiveStake', picoText(node.effectiveStake)),
    cell: (node) => <Amount pico={node.effectiveStake} unit={false} />,
  },
  {
    key: 'limit',
    header: words.limit,
    numeric: true,
    sort: 'STAKE_LIMIT',
    proof: (node) => prove(node, words.limit, 'stakeLimit', picoText(node.stakeLimit)),
    cell: (node) => <Amount pico={node.stakeLimit} unit={false} />,
  },
  {
    key: 'total',
    minor: true,
    header: words.total,
    numeric: true,
    sort: 'TOTAL_STAKE',
    proof: (node) => prove(node, words.total, 'totalStake', picoText(node.totalStake)),
    cell: (node) => <Amount pico={node.totalStake} unit={false} />,
  },
  {
    key: 'room',
    header: words.room,
    hint: words.roomHint,
    numeric: true,
    proof: proveRoom,
    cell: (node) => <Room node={node} />,
  },
  {
    key: 'own',
    minor: true,
    header: words.own,
    numeric: true,
    sort: 'OWN_STAKE',
    proof: (node) => prove(node, words.own, 'ownStake', picoText(node.ownStake)),
    cell: (node) => <Amount pico={node.ownStake} unit={false} />,
  },
  {
    key: 'guarantors',
    header: words.guarantors,
    hint: words.guarantorsHint,
    numeric: true,
    sort: 'GUARANTORS',
    proof: (node) => prove(node, words.guarantors, 'guarantorCount', String(node.guarantorCount)),
    cell: (node) => (
      <>
        {formatInteger(node.guarantorCount)}
        <span className={styles.quiet}>/{node.guarantorCapacity}</span>
      </>
    ),
  },
  {
    key: 'members',
    minor: true,
    header: words.members,
    numeric: true,
    sort: 'MEMBERS',
    proof: (node) =>
      prove(node, words.members, 'memberCount', node.group === null ? null : String(node.group.memberCount)),
    cell: (node) => (node.group === null ? text.common.none : formatInteger(node.group.memberCount)),
  },
  {
    key: 'state',
    header: words.state,
    cell: (node) =>
      node.electedLastEra ? (
        <StatusBadge tone="good" glyph="disc">
          {words.elected}
        </StatusBadge>
      ) : (
        <StatusBadge tone="idle" glyph="dash">
          {words.notElected}
        </StatusBadge>
      ),
  },
];
