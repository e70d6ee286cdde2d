import { bool, compact, u64 } from '../../../codec/scale';
import { badOrigin } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';

/** with two reads and a write */
const SET_WEIGHT = 161_338_000;
const ON_FINALIZE_WEIGHT = 6_080_000;

export type Timestamp = ReturnType<typeof timestampPallet>;

/** The block's time in ms, set by the inherent at the head of every block. */
export function timestampPallet(rt: Runtime) {
  const store = rt.storage('Timestamp');
  const now = store.value('Now', u64, 0n);
  const didUpdate = store.value('DidUpdate', bool);
  const calls = {
    set: rt.call('Timestamp', 'set', { now: compact }, { weight: SET_WEIGHT, class: 'Mandatory' }, (origin, args) => {
      if (origin.kind !== 'none') throw badOrigin();
      now.set(args.now);
      didUpdate.set(true);
    }),
  };
  rt.hooks('Timestamp', { onInitialize: () => ON_FINALIZE_WEIGHT, onFinalize: () => didUpdate.kill() });
  return { calls, now: () => now.get() };
}
