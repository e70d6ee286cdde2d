import { type CallFact, type EventFact, type Json, toBigInt, toList, toText } from '../../decode/facts';
import { filesOfReport } from '../reported-files';
import type { Replica, Step } from './replay';

/** The lists of replicas a call brings, in the order the market goes through them. */
type Replicas = Step & { kind: 'replicas' };

const listArgument = ({ args }: CallFact): Json[] => Object.values(args).find(Array.isArray) ?? [];

const REPORT_BLOCK = 4;
const IS_ADDED = 6;

/** `update_replicas` (spec ≥ 23): per file its adds by the block of their report, then its deletes likewise. */
export const serviceReplicas = (call: CallFact, extrinsicIndex: number): Replicas[] =>
  listArgument(call).map((item) => {
    const [cid, size, changes] = toList(item);
    const all = toList(changes).map(toList);
    const inOrder = (isAdded: boolean): Replica[] =>
      all
        .filter((change) => change[IS_ADDED] === isAdded)
        .sort((a, b) => Number(a[REPORT_BLOCK]) - Number(b[REPORT_BLOCK]))
        .map(([who, owner]) => ({ who: toText(who), owner: toText(owner) }));
    return {
      kind: 'replicas',
      cidHex: toText(cid),
      sizeBytes: toBigInt(size),
      added: inOrder(true),
      deleted: inOrder(false),
      extrinsicIndex,
    };
  });

/** `report_works` (spec ≤ 22): the report's own files, added ones first. */
export const reportedReplicas = (call: CallFact, who: string, extrinsicIndex: number): Replicas[] =>
  filesOfReport(call).map(({ cidHex, sizeBytes, isAdded }) => {
    const replica = [{ who, owner: null }];
    return {
      kind: 'replicas',
      cidHex,
      sizeBytes,
      added: isAdded ? replica : [],
      deleted: isAdded ? [] : replica,
      extrinsicIndex,
    };
  });

/** Takes the call behind an UpdateReplicasSuccess or WorksReportSuccess event out of those not matched yet. */
export const takeServiceCall = (calls: CallFact[], event: EventFact): CallFact | undefined => {
  const [caller, , , lastProcessed] = event.args;
  const at = calls.findIndex(
    ({ origin, args }) => origin === caller && Object.values(args).some((value) => value === lastProcessed),
  );
  return at < 0 ? undefined : calls.splice(at, 1)[0];
};

export const takeReportCall = (calls: CallFact[], { args: [account, key] }: EventFact): CallFact | undefined => {
  const at = calls.findIndex(({ origin, args }) => origin === account && args.curr_pk === key);
  return at < 0 ? undefined : calls.splice(at, 1)[0];
};
