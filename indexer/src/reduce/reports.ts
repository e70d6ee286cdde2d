import { type CallFact, type ExtrinsicFact, type Json, toBigInt, toList } from '../decode/facts';
import { mirrorOf } from '../mirror';
import { identityKey, pubKeyKey } from '../mirror/swork';
import type { BlockReader } from '../read/block-reader';
import { type Fields, row } from '../write/entities';
import type { RecordContext } from './context';
import { groupEvents } from './market/orders';
import { putReportedFiles } from './reported-files';

type Report = Fields<'SlotReport'> & { id: string };

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
    addedCount: added.count,
    addedBytes: added.bytes,
    deletedCount: deleted.count,
    deletedBytes: deleted.bytes,
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

/**
 * Work reports of a block: accepted ones by their event, refused and repeated ones by their call. A repeated report
 * succeeds without an event and changes nothing (crust-protocol §10.2 #5).
 */
export const reduceReports = (context: RecordContext): void => {
  const { facts, reader, changes, profile } = context;
  const { number, time } = facts;
  const slotOfBlock = number - (number % profile.slotBlocks);
  let unaccepted = 0;
  for (const [index, events] of groupEvents(facts.events)) {
    const extrinsic = index === null ? undefined : facts.extrinsics[index];
    const calls = reportCalls(extrinsic);
    let files = 0;
    for (const event of events) {
      if (event.pallet !== 'swork' || event.name !== 'WorksReportSuccess') continue;
      const account = String(event.args[0]);
      const pubKey = String(event.args[1]);
      const call = takeCall(calls, account, pubKey);
      const slot = call ? Number(toBigInt(call.args.slot)) : slotOfBlock;
      const anchor = anchorOf(pubKey, reader) ?? pubKey;
      const report: Report = {
        id: `${anchor}-${slot}`,
        slot,
        status: 'REPORTED' as never,
        account,
        owner: ownerOf(account, reader),
        anchor,
        pubKey,
        block: number,
        extrinsicIndex: index ?? undefined,
        eventIndex: event.index,
        time,
        ...(call ? reportContent(call) : {}),
      };
      changes.put(row('SlotReport', report));
      if (call && index !== null) {
        const { owner } = report;
        files += putReportedFiles(call, { account, owner, anchor, slot, block: number, time }, index, files, context);
      }
    }
    if (!extrinsic) continue;
    const interrupted = events.find((event) => event.pallet === 'utility' && event.name === 'BatchInterrupted');
    for (const call of calls) {
      const failed = !extrinsic.success || (call.wrapped && interrupted !== undefined);
      const pubKey = String(call.args.curr_pk);
      const account = call.origin ?? extrinsic.signer;
      if (account === null) continue;
      changes.put(
        row('SlotReport', {
          id: `${number}-${extrinsic.index}-${unaccepted++}`,
          slot: Number(toBigInt(call.args.slot)),
          status: (failed ? 'REJECTED' : 'DUPLICATE') as never,
          account,
          owner: ownerOf(account, reader),
          anchor: anchorOf(pubKey, reader),
          pubKey,
          block: number,
          extrinsicIndex: extrinsic.index,
          time,
          ...reportContent(call),
          error: failed ? (extrinsic.error ?? interrupted?.error ?? 'BatchInterrupted') : undefined,
        }),
      );
      // in an interrupted batch nothing after the first failure ran
      if (failed && call.wrapped) break;
    }
  }
};
