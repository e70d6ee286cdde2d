import type { Hex } from '../../codec/scale';
import type { Rng } from './framework/rng';
import type { Runtime } from './framework/runtime';

/** A block author's claim that wins over others: 96 bytes in the shape of a VRF output and its proof. */
export const primaryClaim = (rng: Rng): Hex =>
  `0x${Array.from({ length: 96 }, () => rng.below(256).toString(16).padStart(2, '0')).join('')}`;

/** Index of the validator that makes the next block: any whose node runs. */
export function authorOf(runtime: Runtime, rng: Rng, isAsleep: (stash: Hex) => boolean): number {
  const awake = runtime.pallets.session.validators.get().flatMap((stash, i) => (isAsleep(stash) ? [] : [i]));
  return awake.length > 0 ? rng.pick(awake) : 0;
}
