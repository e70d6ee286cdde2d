import Link from 'next/link';
import { formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { parseEventArgs } from '../call-tree/parse';
import { ArgValue } from '../call-tree/value';
import { EmptyState } from '../empty/empty';
import { Receipt } from '../receipt/receipt';
import styles from './event-list.module.css';
import type { EventData } from './fragment';

const words = text.chain.event;

const Args = ({ json }: { json: string }) => {
  const args = parseEventArgs(json);
  if (args === null) return <code>{json}</code>;
  return (
    <ul className={styles.args}>
      {args.map((arg, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: arguments of an event have no other name than their position
        <li key={i} title={arg.type}>
          <ArgValue type={arg.type} value={arg.value} />
        </li>
      ))}
    </ul>
  );
};

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
              <Receipt of={name} proofs={[{ of: name, raw: event.id, receipts: [event.receipt] }]} />
            </span>
            <Args json={event.args} />
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
