import Link from 'next/link';
import { Amount, columnDigits } from '../../components/amount/amount';
import { Bytes } from '../../components/bytes/bytes';
import { CopyButton } from '../../components/copy-button/copy-button';
import { receiptIn } from '../../components/receipt/fragment';
import { bytesText, picoText, proofOf } from '../../components/receipt/proof';
import type { Column } from '../../components/table/table';
import { displayCru } from '../../lib/format/amount';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { formatDuration } from '../../lib/format/time';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import type { SettlementRow } from './query';

const words = text.settle.list;

const cru = (pico: string): string => {
  const { whole, fraction } = displayCru(pico);
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

/** What becomes of the file, in words. */
const outcomeOf = ({ outcome, renewalCost, expiredAtAfter, prepaidAfter }: SettlementRow): string => {
  if (outcome === 'RENEWED') {
    const cost = cru(renewalCost ?? '0');
    return expiredAtAfter === 0 ? words.waits(cost) : words.renewed(cost);
  }
  return prepaidAfter === '0' ? words.closed : words.closedPrepaid(cru(prepaidAfter));
};

/** One line for each expired file. */
export const settleColumns = (
  rows: readonly SettlementRow[],
  blockTimeMs: number,
  at: number | null,
): Column<SettlementRow>[] => {
  const digits = columnDigits(rows.flatMap((row) => [row.callerGain, row.fee]));
  const proof = (of: string, raw: string | number | null, row: SettlementRow, figure: string) =>
    proofOf(of, raw, receiptIn(row.figureReceipts, figure));
  return [
    {
      key: 'file',
      header: words.file,
      cell: (row) => (
        <Link href={route.file(row.id, at)} className="mono" title={row.id}>
          {shorten(row.id, 6, 4)}
        </Link>
      ),
    },
    {
      key: 'gain',
      header: words.gain,
      numeric: true,
      proof: (row) => proof(words.gain, picoText(row.callerGain), row, 'callerGain'),
      cell: (row) => <Amount pico={row.callerGain} unit={false} digits={digits} />,
    },
    {
      key: 'fee',
      header: words.fee,
      numeric: true,
      minor: true,
      proof: (row) => proof(words.fee, picoText(row.fee), row, 'fee'),
      cell: (row) => <Amount pico={row.fee} unit={false} digits={digits} />,
    },
    {
      key: 'net',
      header: words.net,
      hint: words.netHint,
      numeric: true,
      sort: 'NET',
      proof: (row) => proof(words.net, picoText(row.net), row, 'net'),
      cell: (row) => (
        <span className={styles.net} data-worth={BigInt(row.net) > 0n}>
          <Amount pico={row.net} unit={false} digits={digits} />
        </span>
      ),
    },
    {
      key: 'outcome',
      header: words.outcome,
      proof: (row) => proof(words.outcome, row.outcome, row, 'outcome'),
      cell: (row) => <span className={styles.outcome}>{outcomeOf(row)}</span>,
    },
    {
      key: 'expired',
      header: words.expired,
      numeric: true,
      sort: 'EXPIRED_AT',
      proof: (row) => proof(words.expired, row.overdueBlocks, row, 'amount'),
      cell: (row) => (
        <span title={text.waiting.times.blocks(formatInteger(row.overdueBlocks), '')}>
          {words.ago(formatDuration(row.overdueBlocks * blockTimeMs))}
        </span>
      ),
    },
    {
      key: 'size',
      header: words.size,
      numeric: true,
      minor: true,
      sort: 'SIZE',
      proof: (row) => proof(words.size, bytesText(row.sizeBytes), row, 'amount'),
      cell: (row) => <Bytes of={row.sizeBytes} />,
    },
    {
      key: 'prepaid',
      header: words.prepaid,
      numeric: true,
      minor: true,
      sort: 'PREPAID',
      proof: (row) => proof(words.prepaid, picoText(row.prepaid), row, 'amount'),
      cell: (row) => <Amount pico={row.prepaid} unit={false} />,
    },
    {
      key: 'call',
      header: words.call,
      cell: (row) => (
        <span className={styles.call}>
          <code title={row.call.callData}>{shorten(row.call.callData, 6, 4)}</code>
          <CopyButton value={row.call.callData} what={words.callOf(shorten(row.id, 8, 6))} />
        </span>
      ),
    },
  ];
};
