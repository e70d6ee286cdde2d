import Link from 'next/link';
import { displayBytes, formatInteger, shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Address } from '../address/address';
import { Amount } from '../amount/amount';
import { BlockRef } from '../block-ref/block-ref';
import type { ReceiptData } from '../receipt/fragment';
import { picoText, proofOf, proofsOf } from '../receipt/proof';
import { Receipt } from '../receipt/receipt';
import styles from './file-events.module.css';

const words = text.file.events;

export interface FileEventRow {
  id: string;
  kind: keyof typeof words.kinds;
  fileId: string;
  block: number;
  extrinsicIndex: number | null;
  time: string;
  account: string | null;
  owner: string | null;
  ownerAccount: { identityDisplay: string | null } | null;
  amount: string | null;
  value: string | null;
  provenance: { receipt: ReceiptData };
}

/** The value of an event in its own unit: sizes and spower are bytes, the first replica's is the block of expiry. */
const Value = ({ kind, value }: Pick<FileEventRow, 'kind' | 'value'>) => {
  if (value === null) return null;
  if (kind === 'ORDERED' || kind === 'SIZE_LOWERED' || kind === 'SPOWER_CHANGED')
    return <span>{displayBytes(value)}</span>;
  if (kind === 'FIRST_REPLICA' || kind === 'EXTENDED' || kind === 'RENEWED') {
    return (
      <span>
        {text.file.life.expires} {formatInteger(value)}
      </span>
    );
  }
  if (kind === 'OWNER_PAID') return <span>{words.places(formatInteger(value))}</span>;
  return <span>{formatInteger(value)}</span>;
};

/** The event's figures, for its receipt; the event itself when it has none. */
const proofsOfEvent = (event: FileEventRow) => {
  const { receipt } = event.provenance;
  const found = proofsOf(
    proofOf(words.amount, picoText(event.amount), receipt),
    proofOf(words.value, event.value, receipt),
  );
  return found.length > 0 ? found : proofsOf(proofOf(words.kinds[event.kind], event.id, receipt));
};

/** What happened to one file or to many, newest first. */
export const FileEventList = ({
  events,
  withFile = false,
}: {
  events: readonly FileEventRow[];
  withFile?: boolean;
}) => (
  <ol className={styles.events}>
    {events.map((event) => (
      <li key={event.id} className={styles.event} data-kind={event.kind} data-figure={words.kinds[event.kind]}>
        <span className={styles.what}>{words.kinds[event.kind]}</span>
        <span className={styles.when}>
          <BlockRef block={event.block} extrinsicIndex={event.extrinsicIndex} time={event.time} />
          <Receipt of={words.receiptOf(words.kinds[event.kind])} proofs={proofsOfEvent(event)} />
        </span>
        <span className={styles.details}>
          {withFile && (
            <Link href={route.file(event.fileId)} className="mono" title={event.fileId}>
              {shorten(event.fileId, 10, 6)}
            </Link>
          )}
          {event.amount !== null && <Amount pico={event.amount} />}
          <Value kind={event.kind} value={event.value} />
          {event.account && (
            <span className={styles.who}>
              {words.by} <Address address={event.account} />
            </span>
          )}
          {event.owner && event.owner !== event.account && (
            <span className={styles.who}>
              {words.owner}{' '}
              <Address
                address={event.owner}
                name={event.ownerAccount?.identityDisplay}
                href={route.node(event.owner)}
              />
            </span>
          )}
        </span>
      </li>
    ))}
  </ol>
);
