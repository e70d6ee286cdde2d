import type { ChainReader } from './chain';
import type { ChainCall } from './chain-calls';
import type { ChainEvent } from './chain-facts';
import type { ChainEntry, Fields } from './chain-items';
import { compareItem, type ItemResult } from './compare';
import { type DecodedField, hex } from './decoded';
import type { Row } from './graphql';

export const REFUSED_ITEM = 'SlotReport (refused, repeated)';

interface DispatchErrorField extends DecodedField {
  isModule?: boolean;
  asModule?: DecodedField;
  type?: string;
  registry: { findMetaError(module: DecodedField): { section: string; name: string } };
}

/** `pallet.Name` of a module's error, else the name of its kind. */
const nameOf = (field: DecodedField | undefined): string => {
  const error = field as DispatchErrorField;
  if (error.isModule !== true || error.asModule === undefined) return String(error.type);
  const { section, name } = error.registry.findMetaError(error.asModule);
  return `${section}.${name}`;
};

/** A report that ran, and the error it ended with, if any. */
interface Tried {
  call: ChainCall;
  error: string | null;
}

const isReport = ({ pallet, name }: ChainCall): boolean => pallet === 'swork' && name === 'reportWorks';
const isBatch = ({ pallet, name }: ChainCall): boolean => pallet === 'utility' && /^batch(All)?$/.test(name);

/**
 * The reports of an extrinsic that ran: it alone, or those of a batch up to the one that stopped it (pallet-utility: a batch
 * ends at its first failure and keeps what was before). Null where the events do not tell: calls within other wrappers, or
 * one of several in a batch that took everything back.
 */
export const triedReports = (calls: readonly ChainCall[], events: readonly ChainEvent[]): Tried[] | null => {
  const [top, ...inner] = calls;
  if (top === undefined) return [];
  const failure = events.find(({ pallet, name }) => pallet === 'system' && name === 'ExtrinsicFailed');
  const error = failure ? nameOf(failure.args[0]) : null;
  if (isReport(top)) return [{ call: top, error }];
  if (!isBatch(top) || inner.length !== [...(top.args.calls as unknown as Iterable<DecodedField>)].length) return null;
  if (failure) return inner.length === 1 ? inner.filter(isReport).map((call) => ({ call, error })) : null;
  const stopped = events.find(({ pallet, name }) => pallet === 'utility' && name === 'BatchInterrupted');
  const last = stopped ? Number(String(stopped.args[0])) : inner.length;
  return inner.flatMap((call, i) =>
    i > last || !isReport(call) ? [] : [{ call, error: i === last && stopped ? nameOf(stopped.args[1]) : null }],
  );
};

const keyOf = ({ args }: ChainCall): string => hex((args.currPk ?? args.curr_pk) as DecodedField);

/** Reports that left no event of their own: refused ones, and repetitions of one that was taken. */
const withoutEvent = (tried: Tried[], events: readonly ChainEvent[]): Tried[] => {
  const accepted = events
    .filter(({ pallet, name }) => pallet === 'swork' && name === 'WorksReportSuccess')
    .map(({ args }) => hex(args[1] as DecodedField));
  return tried.filter(({ call, error }) => {
    const at = error === null ? accepted.indexOf(keyOf(call)) : -1;
    if (at >= 0) accepted.splice(at, 1);
    return at < 0;
  });
};

const entryOf = (block: number, extrinsic: number, n: number, { call, error }: Tried, signer: string): ChainEntry => ({
  id: `${block}-${extrinsic}-${n}`,
  rawKeys: [],
  fields: {
    status: error === null ? 'DUPLICATE' : 'REJECTED',
    error,
    account: signer,
    pubKey: keyOf(call),
    slot: Number(String(call.args.slot)),
  },
});

/** Where reports were sent: `block-extrinsic` → who signed. */
export type Senders = ReadonlyMap<string, string>;

/** Every refused or repeated report of the chain's calls and events against the rows, both ways. */
export const compareRefused = async (
  chain: Pick<ChainReader, 'calls'>,
  events: readonly ChainEvent[],
  senders: Senders,
  rows: Row[],
  head: number,
): Promise<ItemResult> => {
  const byExtrinsic = new Map<string, ChainEvent[]>();
  for (const event of events) {
    const place = `${event.block}-${event.extrinsic}`;
    if (!senders.has(place)) continue;
    const group = byExtrinsic.get(place);
    if (group) group.push(event);
    else byExtrinsic.set(place, [event]);
  }
  const expected: ChainEntry[] = [];
  const untold = new Set<string>();
  for (const [place, signer] of senders) {
    const [block = 0, extrinsic = 0] = place.split('-').map(Number);
    const mine = byExtrinsic.get(place) ?? [];
    const tried = triedReports(await chain.calls(block, extrinsic), mine);
    if (tried === null) untold.add(place);
    else expected.push(...withoutEvent(tried, mine).map((one, n) => entryOf(block, extrinsic, n, one, signer)));
  }
  const indexed = rows.filter(({ status }) => status === 'DUPLICATE' || status === 'REJECTED');
  const fields = new Map<string, Fields>(
    indexed.map(({ id, slot, status, account, pubKey, error }) => [
      String(id),
      { slot, status, account, pubKey, error: error ?? null } as Fields,
    ]),
  );
  const excused = new Set([...fields.keys()].filter((id) => untold.has(id.split('-').slice(0, 2).join('-'))));
  return compareItem(REFUSED_ITEM, head, expected, fields, excused);
};
