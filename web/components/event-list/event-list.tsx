import Link from 'next/link';
import { displayPerbill, formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Address } from '../address/address';
import { Amount } from '../amount/amount';
import { ArgValue } from '../call-tree/value';
import { EmptyState } from '../empty/empty';
import { proofOf, proofsOf } from '../receipt/proof';
import { Receipt } from '../receipt/receipt';
import styles from './event-list.module.css';
import type { EventData } from './fragment';

const words = text.chain.event;

type Field = EventData['fields'][number];

/** A compound value arrives as JSON; everything else is plain text already. */
const parsed = (value: string): unknown => {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value; // text that only looks like JSON
  }
};

/** One argument in its own unit; what has none is shown by its type. */
const FieldValue = ({ field: { unit, type, value } }: { field: Field }) => {
  switch (unit) {
    case 'PICO_CRU':
      return <Amount pico={value} />;
    case 'ACCOUNT':
      return <Address address={value} />;
    case 'BLOCK':
      return <Link href={route.block(value)}>{formatInteger(value)}</Link>;
    case 'ERA':
      return <Link href={route.era(Number(value))}>{formatInteger(value)}</Link>;
    case 'PERBILL':
      return <>{displayPerbill(BigInt(value))}</>;
    case 'BLOCKS':
    case 'SESSION':
    case 'COUNT':
    case 'INDEX':
      return <>{formatInteger(value)}</>;
    case 'ERROR':
    case 'FLAG':
      return <>{value}</>;
    default:
      return <ArgValue type={type} value={parsed(value)} />;
  }
};

const Fields = ({ fields }: { fields: readonly Field[] }) => (
  <ul className={styles.args}>
    {fields.map((field, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: arguments of an event have no other name than their position
      <li key={i} title={field.type}>
        <span className={styles.fieldName}>{field.name ?? field.type}</span> <FieldValue field={field} />
      </li>
    ))}
  </ul>
);

/** Events in the order the chain wrote them. `withSource` names the extrinsic or phase each came from. */
export const EventList = ({
  events,
  empty,
  withSource,
}: {
  events: readonly EventData[];
  empty: string;
  withSource: boolean;
}) =>
  events.length === 0 ? (
    <EmptyState title={empty} />
  ) : (
    <ol className={styles.events}>
      {events.map((event) => {
        const name = `${event.pallet}.${event.name}`;
        return (
          <li key={event.id} className={styles.event} data-figure={name}>
            <span className={styles.index}>{event.index}</span>
            <span className={styles.name}>
              {name}
              <Receipt of={name} proofs={proofsOf(proofOf(name, event.id, event.receipt))} />
            </span>
            <div className={styles.detail}>
              <Fields fields={event.fields} />
              {event.errorText && <p className={styles.error}>{event.errorText}</p>}
            </div>
            {withSource && (
              <span className={styles.source}>
                {event.extrinsicIndex === null ? (
                  words.phases[event.phase]
                ) : (
                  <Link href={route.extrinsic(event.block, event.extrinsicIndex)}>
                    {formatInteger(event.block)}-{event.extrinsicIndex}
                  </Link>
                )}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
