import Link from 'next/link';
import { Address } from '../../components/address/address';
import { Amount, columnDigits } from '../../components/amount/amount';
import { CopyButton } from '../../components/copy-button/copy-button';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText, proofOf } from '../../components/receipt/proof';
import type { Column } from '../../components/table/table';
import { plainName } from '../../lib/format/plain';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { lostIn } from './left';
import styles from './page.module.css';
import type { OutstandingEra, Radar, UnclaimedNode } from './query';

const words = text.unclaimed;

interface Seen {
  now: Date;
  at: number | null;
  /** an account is asked about: its part has a column */
  withAccount: boolean;
}

/** One line for each node with something to claim. */
export const nodeColumns = (radar: Radar, { now, at, withAccount }: Seen): Column<UnclaimedNode>[] => {
  const { nodes } = radar.validators;
  const receipt = (field: string) => receiptIn(radar.figureReceipts, field);
  const mine = columnDigits(nodes.map((row) => row.accountTotal ?? null));
  const digits = columnDigits(nodes.map((row) => row.total));
  const columns: Column<UnclaimedNode>[] = [
    {
      key: 'node',
      header: words.nodes.node,
      cell: (row) => (
        <Address address={row.stash} name={row.stashAccount.identityDisplay} href={route.node(row.stash, at)} />
      ),
    },
    {
      key: 'eras',
      header: words.nodes.eras,
      numeric: true,
      proof: (row) => proofOf(words.nodes.eras, row.eras.length, receipt('eraCount')),
      cell: (row) => <span title={row.eras.join(', ')}>{formatInteger(row.eras.length)}</span>,
    },
    {
      key: 'first',
      header: words.nodes.first,
      proof: (row) => proofOf(words.nodes.first, row.erasLeft, receipt('erasLeft')),
      cell: (row) => <span className={styles.left}>{lostIn(row, now)}</span>,
    },
    {
      key: 'total',
      header: words.nodes.total,
      numeric: true,
      proof: (row) => proofOf(words.nodes.total, picoText(row.total), receipt('validatorTotals')),
      cell: (row) => <Amount pico={row.total} unit={false} digits={digits} />,
    },
  ];
  if (!withAccount) return columns;
  return [
    ...columns,
    {
      key: 'mine',
      header: words.nodes.mine,
      numeric: true,
      proof: (row) => proofOf(words.nodes.mine, picoText(row.accountTotal ?? null), receipt('accountTotal')),
      cell: (row) => <Amount pico={row.accountTotal ?? null} unit={false} digits={mine} />,
    },
  ];
};

const nameOf = (row: OutstandingEra) => plainName(row.stashAccount.identityDisplay) ?? shorten(row.stash);

/** One line for each outstanding era. */
export const eraColumns = (rows: readonly OutstandingEra[], seen: Seen): Column<OutstandingEra>[] => {
  const { now, at, withAccount } = seen;
  const digits = columnDigits(rows.flatMap((row) => [row.total, row.validatorAmount]));
  const mine = columnDigits(rows.map((row) => row.accountAmount ?? null));
  const money = (
    key: string,
    header: string,
    figure: string,
    of: (row: OutstandingEra) => string | null,
    { decimals = digits, ...more }: Partial<Column<OutstandingEra>> & { decimals?: number } = {},
  ): Column<OutstandingEra> => ({
    key,
    header,
    numeric: true,
    proof: (row) => proofOf(header, picoText(of(row)), receiptIn(row.figureReceipts, figure)),
    cell: (row) => <Amount pico={of(row)} unit={false} digits={decimals} />,
    ...more,
  });
  return [
    {
      key: 'era',
      header: words.list.era,
      cell: (row) => <Link href={route.era(row.era)}>{formatInteger(row.era)}</Link>,
    },
    {
      key: 'node',
      header: words.list.node,
      cell: (row) => (
        <Address address={row.stash} name={row.stashAccount.identityDisplay} href={route.node(row.stash, at)} />
      ),
    },
    {
      key: 'left',
      header: words.list.left,
      hint: words.list.leftHint,
      sort: 'ERAS_LEFT',
      proof: (row) => proofOf(words.list.left, row.erasLeft, receiptIn(row.figureReceipts, 'erasLeft')),
      cell: (row) => <span className={styles.left}>{lostIn(row, now)}</span>,
    },
    money('total', words.list.total, 'total', (row) => row.total, { sort: 'TOTAL' }),
    money('validator', words.list.validator, 'validatorAmount', (row) => row.validatorAmount, { minor: true }),
    {
      key: 'guarantors',
      header: words.list.guarantors,
      numeric: true,
      proof: (row) => proofOf(words.list.guarantors, row.guarantorCount, receiptIn(row.figureReceipts, 'parts')),
      cell: (row) => (
        <Link href={route.claim(row.stash, row.era, at)} title={words.list.who}>
          {formatInteger(row.guarantorCount)}
        </Link>
      ),
    },
    ...(withAccount
      ? [money('mine', words.list.mine, 'parts', (row) => row.accountAmount ?? null, { decimals: mine })]
      : []),
    {
      key: 'call',
      header: words.list.call,
      cell: (row) => (
        <span className={styles.call}>
          <Link href={route.claim(row.stash, row.era, at)}>{words.list.who}</Link>
          <CopyButton value={row.call.callData} what={words.list.callOf(formatInteger(row.era), nameOf(row))} />
        </span>
      ),
    },
  ];
};
