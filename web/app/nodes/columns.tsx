import { Address } from '../../components/address/address';
import { Amount } from '../../components/amount/amount';
import { StatusBadge } from '../../components/badge/badge';
import { Figure } from '../../components/receipt/figure';
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
    cell: (node) => (node.guaranteeFeePerbill === null ? text.common.none : displayPerbill(node.guaranteeFeePerbill)),
  },
  {
    key: 'effective',
    header: words.effective,
    hint: words.effectiveHint,
    numeric: true,
    sort: 'EFFECTIVE_STAKE',
    cell: (node) => <Amount pico={node.effectiveStake} unit={false} />,
  },
  {
    key: 'limit',
    header: words.limit,
    numeric: true,
    sort: 'STAKE_LIMIT',
    cell: (node) => (
      <Figure
        of={words.limit}
        raw={node.stakeLimit === null ? null : `${node.stakeLimit} pico`}
        receipt={node.stakeLimitReceipt}
      >
        <Amount pico={node.stakeLimit} unit={false} />
      </Figure>
    ),
  },
  {
    key: 'total',
    header: words.total,
    numeric: true,
    sort: 'TOTAL_STAKE',
    cell: (node) => <Amount pico={node.totalStake} unit={false} />,
  },
  { key: 'room', header: words.room, hint: words.roomHint, numeric: true, cell: (node) => <Room node={node} /> },
  {
    key: 'own',
    header: words.own,
    numeric: true,
    sort: 'OWN_STAKE',
    cell: (node) => <Amount pico={node.ownStake} unit={false} />,
  },
  {
    key: 'guarantors',
    header: words.guarantors,
    hint: words.guarantorsHint,
    numeric: true,
    sort: 'GUARANTORS',
    cell: (node) => (
      <>
        {formatInteger(node.guarantorCount)}
        <span className={styles.quiet}>/{node.guarantorCapacity}</span>
      </>
    ),
  },
  {
    key: 'members',
    header: words.members,
    numeric: true,
    sort: 'MEMBERS',
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
