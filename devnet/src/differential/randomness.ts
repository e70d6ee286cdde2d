import { type Hex, hash, vec } from '../codec/scale';
import type { Runtime } from '../source/simulation/framework/runtime';

const REMEMBERED = 81;

/**
 * RandomnessCollectiveFlip keeps the hashes of the last 81 blocks. Nobody asks for them on this chain and they are 2.6 KB
 * of state in every block, so that the simulation leaves the pallet out; to compare with real runtimes it is put in.
 */
export function randomnessPallet(rt: Runtime): void {
  const material = rt.storage('RandomnessCollectiveFlip').value<readonly Hex[]>('RandomMaterial', vec(hash), []);
  rt.hooks('RandomnessCollectiveFlip', {
    onInitialize(block) {
      const parent = rt.pallets.system.hashOf(block - 1);
      const known = material.get();
      material.set(known.length < REMEMBERED ? [...known, parent] : known.with((block - 1) % REMEMBERED, parent));
    },
  });
}
