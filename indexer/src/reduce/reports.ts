import type { ChainProfile } from '@moho/protocol/base';
import { isLate, slotOfBlock } from '@moho/protocol/slots';
import { type CallFact, type EventFact, type ExtrinsicFact, type Json, toBigInt, toList } from '../decode/facts';
import { mirrorOf } from '../mirror';
import { identityKey, pubKeyKey } from '../mirror/swork';
import type { BlockReader } from '../read/block-reader';
import { type Fields, row } from '../write/entities';
import type { RecordContext } from './context';
import { groupEvents } from './market/orders';
import { putReportedFiles } from './reported-files';
import { reporterNumber } from './reporters';
import { type Outcome, wrappedOutcome } from './wrapped-outcome';

const MAX_INT = 2_147_483_647n;

const reportCalls = (extrinsic: ExtrinsicFact | undefined): CallFact[] =>
  (extrinsic?.calls ?? []).filter((call) => call.pallet === 'swork' && call.call === 'report_works' && !call.deferred);

const sizes = (list: Json | undefined): { count: number; bytes: bigint } => {
  const items = toList(list);
  return { count: items.length, bytes: items.reduce<bigint>((sum, item) => sum + toBigInt(toList(item)[1]), 0n) };
};

/** What a report says about itself (crust-protocol §4.5). */
export const reportContent = ({ args }: CallFact) => {
  const added = sizes(args.added_files);
  const deleted = sizes(args.deleted_files);
  return {
    srdBytes: toBigInt(args.reported_srd_size),
    filesSizeBytes: toBigInt(args.reported_files_size),
    // most reports change no file: their zeros take no room
    ...(added.count > 0 ? { addedCount: added.count, addedBytes: added.bytes } : {}),
    ...(deleted.count > 0 ? { deletedCount: deleted.count, deletedBytes: deleted.bytes } : {}),
  };
};

const rowNow = (key: string, reader: BlockReader): { id: string } | undefined => {
  if (!reader.wasRead(key)) return undefined;
  const raw = reader.now(key);
  return raw === null ? undefined : mirrorOf(key)?.rows(key, raw)[0]?.fields;
};

/** The anchor a key reports under; state is keyed by it, events by the key (crust-protocol §10.2 #6). */
const anchorOf = (pubKey: string, reader: BlockReader): string | undefined =>
  (rowNow(pubKeyKey(pubKey), reader) as Fields<'EnclaveKey'> | undefined)?.anchor ?? undefined;

const ownerOf = (account: string, reader: BlockReader): string | undefined =>
  (rowNow(identityKey(account), reader) as Fields<'SworkIdentity'> | undefined)?.owner ?? undefined;

/** Takes the call behind a WorksReportSuccess event. */
const takeCall = (calls: CallFact[], account: string, pubKey: string): CallFact | undefined => {
  let at = calls.findIndex((call) => call.args.curr_pk === pubKey && call.origin === account);
  if (at < 0) at = calls.findIndex((call) => call.args.curr_pk === pubKey);
  return at < 0 ? undefined : calls.splice(at, 1)[0];
};

/** The slot a call names; a number no slot can have gives that of the block it was tried in. */
const slotOfCall = ({ args }: CallFact, block: number, profile: ChainProfile): number => {
  const slot = toBigInt(args.slot);
  return slot <= MAX_INT ? Number(slot) : slotOfBlock(block, profile);
};

/**
 * Work reports of a block: accepted ones by their event, refused and repeated ones by their call. A repeated report
 * succeeds without an event and changes nothing (crust-protocol §10.2 #5).
 */
export const reduceReports = async (context: RecordContext): Promise<void> => {
  for (const [index, events] of groupEvents(context.facts.events)) {
    const extrinsic = index === null ? undefined : context.facts.extrinsics[index];
    const calls = reportCalls(extrinsic);
    await putAccepted(events, index ?? undefined, calls, context);
    if (extrinsic) await putUnaccepted(extrinsic, events, calls, context);
  }
};

/** One row per WorksReportSuccess event; takes the calls behind them off the list. */
const putAccepted = async (
  events: EventFact[],
  extrinsicIndex: number | undefined,
  calls: CallFact[],
  context: RecordContext,
): Promise<void> => {
  const { facts, reader, changes, profile } = context;
  const { number, time } = facts;
  let files = 0;
  for (const event of events) {
    if (event.pallet !== 'swork' || event.name !== 'WorksReportSuccess') continue;
    const account = String(event.args[0]);
    const pubKey = String(event.args[1]);
    const call = takeCall(calls, account, pubKey);
    const slot = call ? slotOfCall(call, number, profile) : slotOfBlock(number, profile);
    const anchor = anchorOf(pubKey, reader) ?? pubKey;
    const owner = ownerOf(account, reader);
    const reporter = await reporterNumber({ account, owner, anchor, pubKey }, context);
    changes.put(
      row('SlotReport', {
        id: `${reporter}-${slot}`,
        reporter,
        slot,
        status: 'REPORTED' as never,
        block: number,
        extrinsicIndex,
        eventIndex: event.index,
        wrapped: call?.wrapped || undefined,
        late: isLate(number, slot, profile) || undefined,
        ...(call ? reportContent(call) : {}),
      }),
    );
    if (call && extrinsicIndex !== undefined) {
      files += putReportedFiles(
        call,
        { account, owner, anchor, slot, block: number, time },
        extrinsicIndex,
        files,
        context,
      );
    }
  }
};

/** Every outermost failure takes all of its calls back: which of several reports it was nobody says, the first stands for it. */
const outcomesOf = (extrinsic: ExtrinsicFact, events: EventFact[], calls: CallFact[]): [CallFact, Outcome][] =>
  extrinsic.success
    ? calls.map((call) => [call, wrappedOutcome(call, events)])
    : calls.slice(0, 1).map((call) => [call, extrinsic.error ?? 'Failed']);

/** One row per call without an event: refused, or a repetition. */
const putUnaccepted = async (
  extrinsic: ExtrinsicFact,
  events: EventFact[],
  calls: CallFact[],
  context: RecordContext,
): Promise<void> => {
  const { facts, reader, changes, profile } = context;
  let n = 0;
  for (const [call, outcome] of outcomesOf(extrinsic, events, calls)) {
    // what never ran is no report, and root has none to make
    const account = call.origin;
    if (outcome === undefined || account === null) continue;
    const pubKey = String(call.args.curr_pk);
    const who = { account, owner: ownerOf(account, reader), anchor: anchorOf(pubKey, reader), pubKey };
    changes.put(
      row('SlotReport', {
        id: `${facts.number}-${extrinsic.index}-${n++}`,
        reporter: await reporterNumber(who, context),
        slot: slotOfCall(call, facts.number, profile),
        status: (outcome === null ? 'DUPLICATE' : 'REJECTED') as never,
        block: facts.number,
        extrinsicIndex: extrinsic.index,
        wrapped: call.wrapped || undefined,
        ...reportContent(call),
        error: outcome ?? undefined,
      }),
    );
  }
};
