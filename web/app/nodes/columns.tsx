import Link from 'next/link';
import { Address } from '../../components/address/address';
import { Amount } from '../../components/amount/amount';
import styles from '../../components/desk/desk.module.css';
import { Realised, Two } from '../../components/desk/returns';
import { StandingBadge } from '../../components/desk/standing-badge';
import { receiptIn } from '../../components/receipt/fragment';
import { perbillText, picoText, proofOf } from '../../components/receipt/proof';
import type { Column } from '../../components/table/table';
import { cruText } from '../../lib/format/amount';
import { displayPerbill, formatInteger, shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import type { NodeRow } from './query';

const words = text.desk.table;
const WINDOWS = [4, 28, 84] as const;

const none = <span className={styles.quiet}>{text.common.none}</span>;
const percent = (perbill: string | number | null) => (perbill === null ? none : displayPerbill(BigInt(perbill)));
const rawPerbill = (perbill: string | null): string | null => (perbill === null ? null : `${perbill} / 1000000000`);

/** The proof of one field of a node. */
const prove = (node: NodeRow, of: string, field: string, raw: string | null) =>
  proofOf(of, raw, receiptIn(node.figureReceipts, field));

/** Below zero the stake lies over the limit. */
const Room = ({ pico }: { pico: string }) => (
  <span className={BigInt(pico) < 0n ? styles.over : undefined}>
    <Amount pico={pico} unit={false} />
  </span>
);

/** Links of a row into other pages of the same question. */
export interface RowLinks {
  /** why a node has its score */
  why: (stash: string) => string;
  /** the list with the node chosen, or no longer chosen; null when four are chosen already */
  pick: (stash: string) => string | null;
  isPicked: (stash: string) => boolean;
}

export const nameOf = ({ stash, name }: { stash: string; name: string | null }): string => name ?? shorten(stash);

const Pick = ({ node, links }: { node: NodeRow; links: RowLinks }) => {
  const href = links.pick(node.stash);
  if (href === null) return null;
  const picked = links.isPicked(node.stash);
  const name = nameOf(node);
  return (
    <Link href={href} scroll={false} aria-label={picked ? text.desk.unpickOf(name) : text.desk.pickOf(name)}>
      {picked ? text.desk.unpick : text.desk.pick}
    </Link>
  );
};

const paidColumn = (eras: (typeof WINDOWS)[number]): Column<NodeRow> => ({
  key: `paid${eras}`,
  header: words.paid(eras),
  hint: words.paidHint(eras),
  numeric: true,
  minor: eras === 4,
  sort: `RETURN_${eras}_MEDIAN`,
  proof: (node) => {
    const spread = node.realised.find(({ window }) => window === eras);
    return prove(node, words.paid(eras), 'realised', rawPerbill(spread?.medianPerbill ?? null));
  },
  cell: (node) => <Realised spreads={node.realised} eras={eras} />,
});

/** Columns of the node table; those with `sort` can order it. */
export const columnsWith = (links: RowLinks): Column<NodeRow>[] => [
  {
    key: 'node',
    header: words.node,
    cell: (node) => (
      <Two under={<Pick node={node} links={links} />}>
        <Address address={node.stash} name={node.name} href={route.node(node.stash)} />
      </Two>
    ),
  },
  {
    key: 'mine',
    header: words.mine,
    hint: words.mineHint,
    numeric: true,
    sort: 'MY_RETURN',
    proof: (node) => prove(node, words.mine, 'myReturnPerbill', rawPerbill(node.myReturnPerbill)),
    cell: (node) =>
      node.myIncome === null ? (
        none
      ) : (
        <Two under={`${cruText(node.myIncome)} ${text.desk.an}`}>{percent(node.myReturnPerbill)}</Two>
      ),
  },
  paidColumn(28),
  paidColumn(84),
  paidColumn(4),
  {
    key: 'score',
    header: words.score,
    hint: words.scoreHint,
    numeric: true,
    sort: 'SCORE',
    proof: (node) => prove(node, words.score, 'score', perbillText(node.rank.score)),
    cell: (node) =>
      node.rank.score === null ? (
        none
      ) : (
        <Two
          under={
            <Link href={links.why(node.stash)} aria-label={`${text.desk.compareOne}: ${nameOf(node)}`}>
              {text.desk.compareOne.split(' ')[0]}?
            </Link>
          }
        >
          {(node.rank.score / 10_000_000).toFixed(1)}
        </Two>
      ),
  },
  {
    key: 'fee',
    header: words.fee,
    hint: words.feeHint,
    numeric: true,
    sort: 'GUARANTEE_FEE',
    proof: (node) => prove(node, words.fee, 'guaranteeFeePerbill', perbillText(node.guaranteeFeePerbill)),
    cell: (node) => percent(node.guaranteeFeePerbill),
  },
  {
    key: 'room',
    header: words.room,
    hint: words.roomHint,
    numeric: true,
    sort: 'HEADROOM',
    proof: (node) => prove(node, words.room, 'headroom', picoText(node.headroom)),
    cell: (node) => <Room pico={node.headroom} />,
  },
  {
    key: 'saturation',
    header: words.saturation,
    hint: words.saturationHint,
    numeric: true,
    minor: true,
    sort: 'SATURATION',
    proof: (node) => prove(node, words.saturation, 'saturationPerbill', rawPerbill(node.saturationPerbill)),
    cell: (node) => percent(node.saturationPerbill),
  },
  {
    key: 'effective',
    header: words.effective,
    hint: words.effectiveHint,
    numeric: true,
    minor: true,
    sort: 'EFFECTIVE_STAKE',
    proof: (node) => prove(node, words.effective, 'effectiveStake', picoText(node.effectiveStake)),
    cell: (node) => (
      <Two under={node.stakeLimit === null ? words.noLimit : words.limit(cruText(node.stakeLimit))}>
        <Amount pico={node.effectiveStake} unit={false} />
      </Two>
    ),
  },
  {
    key: 'total',
    header: words.total,
    numeric: true,
    minor: true,
    sort: 'TOTAL_STAKE',
    proof: (node) => prove(node, words.total, 'totalStake', picoText(node.totalStake)),
    cell: (node) => (
      <Two under={words.own(cruText(node.ownStake))}>
        <Amount pico={node.totalStake} unit={false} />
      </Two>
    ),
  },
  {
    key: 'reports',
    header: words.reports,
    hint: words.reportsHint,
    numeric: true,
    sort: 'REPORTS',
    proof: (node) =>
      prove(
        node,
        words.reports,
        'reports',
        node.reportsPerbill === null ? null : `${node.reportsSent} / ${node.reportsDue}`,
      ),
    cell: (node) => percent(node.reportsPerbill),
  },
  {
    key: 'guarantors',
    header: words.guarantors,
    hint: words.guarantorsHint,
    numeric: true,
    sort: 'GUARANTORS',
    proof: (node) => prove(node, words.guarantors, 'guarantorCount', String(node.guarantorCount)),
    cell: (node) => (
      <span className={node.guarantorCount < node.guarantorCapacity ? undefined : styles.over}>
        {formatInteger(node.guarantorCount)}
        <span className={styles.quiet}>/{node.guarantorCapacity}</span>
      </span>
    ),
  },
  {
    key: 'unclaimed',
    header: words.unclaimed,
    hint: words.unclaimedHint,
    numeric: true,
    minor: true,
    sort: 'UNCLAIMED',
    proof: (node) => prove(node, words.unclaimed, 'unclaimedEras', String(node.unclaimedEras.length)),
    cell: (node) => formatInteger(node.unclaimedEras.length),
  },
  {
    key: 'slashes',
    header: words.slashes,
    hint: words.slashesHint,
    numeric: true,
    minor: true,
    sort: 'SLASHES',
    proof: (node) => prove(node, words.slashes, 'slashCount', String(node.slashCount)),
    cell: (node) =>
      node.waitingSlashCount === 0 ? (
        formatInteger(node.slashCount)
      ) : (
        <Two under={<span className={styles.over}>{words.waitingSlashes(node.waitingSlashCount)}</span>}>
          {formatInteger(node.slashCount)}
        </Two>
      ),
  },
  {
    key: 'state',
    header: words.state,
    sort: 'STANDING',
    cell: (node) => <StandingBadge standing={node.standing} />,
  },
];
