import type { SignedExtrinsic } from './framework/extrinsic';
import type { Rng } from './framework/rng';

/** of 100 accounts: how many have what they sent into a block included one block later on the new branch */
const LATE_PERCENT = 20;
/** of 100 accounts that only ordered or paid: how many are not heard on the new branch */
const LOST_PERCENT = 15;
/** Calls nobody else builds on within a few blocks; work reports and what follows from them always arrive. */
const LOSABLE: ReadonlySet<string> = new Set([
  'Balances.transfer',
  'Balances.transfer_keep_alive',
  'Market.place_storage_order',
  'Market.add_prepaid',
  'Utility.batch',
  'Utility.batch_all',
  'Identity.set_identity',
  'Identity.set_subs',
]);

/**
 * Bodies of the blocks that take the place of `retired` ones: the same extrinsics reach another author in another order,
 * some a block later, some not at all. Each account's own keep their order.
 * @param keep extrinsics that must not be lost
 */
export function branchPlan(
  retired: readonly (readonly SignedExtrinsic[])[],
  rng: Rng,
  keep: (x: SignedExtrinsic) => boolean,
): SignedExtrinsic[][] {
  const bodies = retired.map(() => [] as SignedExtrinsic[]);
  const signers = new Map<string, { x: SignedExtrinsic; at: number }[]>();
  retired.forEach((body, at) => {
    for (const x of body) signers.set(x.signer, [...(signers.get(x.signer) ?? []), { x, at }]);
  });
  for (const own of shuffled([...signers.values()], rng)) {
    const losable = own.every(({ x }) => LOSABLE.has(`${x.call.def.pallet}.${x.call.def.name}`) && !keep(x));
    if (rng.chance(LOST_PERCENT) && losable) continue;
    const late = rng.chance(LATE_PERCENT) ? 1 : 0;
    for (const { x, at } of own) bodies[Math.min(at + late, bodies.length - 1)]?.push(x);
  }
  return bodies;
}

function shuffled<T>(items: T[], rng: Rng): T[] {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = rng.below(i + 1);
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}
