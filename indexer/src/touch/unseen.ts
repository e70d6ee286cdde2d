import type { BlockFacts, EventFact } from '../decode/facts';

const RUNS_UNSEEN_CALL = new Set([
  'scheduler.Dispatched',
  'multisig.MultisigExecuted',
  'council.Executed',
  'technicalCommittee.Executed',
  'democracy.Executed',
]);

/** Tells of a call that ran without standing in this block: from the scheduler's agenda, a stored multisig call, a proposal. */
export const runsUnseenCall = (event: EventFact): boolean => RUNS_UNSEEN_CALL.has(`${event.pallet}.${event.name}`);

const RAW_WRITES = new Set(['set_storage', 'kill_storage', 'kill_prefix']);

/** Root may have written any key: by a call in this block, or by one that nobody sees. */
export const mayWriteRaw = ({ extrinsics, events }: Pick<BlockFacts, 'extrinsics' | 'events'>): boolean =>
  events.some(runsUnseenCall) ||
  extrinsics.some(({ calls }) => calls.some((call) => call.pallet === 'system' && RAW_WRITES.has(call.call)));
