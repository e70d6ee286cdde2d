import type { Hex } from '../../../../codec/scale';
import { minOf, saturatingSub } from '../../framework/arithmetic';
import { ensure } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import { runtimeValues } from '../runtime-values';
import type { Chunk } from './storage';

const MAX_CHUNKS = 16;

/** What SWORK and MARKET funds have in common. */
export interface Funds {
  readonly totalFunds: bigint;
  readonly activeFunds: bigint;
  readonly unlockingFunds: readonly Chunk[];
}

/** Moving funds between active, unlocking and free, the same for both kinds. */
export function fundsRules(rt: Runtime, activeEra: () => number) {
  const { bondingEras } = runtimeValues(rt.spec);
  const E = rt.errors('Benefits', 'NoMoreChunks', 'NoUnlockChunk', 'InsufficientValue');

  /** Moves up to `value` from active to a new chunk; a rest below the existential deposit goes with it. */
  function cutFunds<F extends Funds>(funds: F, value: bigint): F {
    ensure(funds.unlockingFunds.length < MAX_CHUNKS, E.NoMoreChunks);
    const cut = minOf(value, funds.activeFunds);
    if (cut === 0n) return funds;
    const rest = funds.activeFunds - cut;
    const swept = rest < rt.pallets.balances.existentialDeposit ? rest : 0n;
    const era = activeEra() + bondingEras;
    return {
      ...funds,
      activeFunds: rest - swept,
      unlockingFunds: [...funds.unlockingFunds, { value: cut + swept, era }],
    };
  }
  /** Takes chunks back into active, newest first. */
  function rebondFunds<F extends Funds>(funds: F, value: bigint): F {
    ensure(funds.unlockingFunds.length > 0, E.NoUnlockChunk);
    const left = [...funds.unlockingFunds];
    let moved = 0n;
    while (left.length > 0 && moved < value) {
      const last = left.pop() as Chunk;
      const take = minOf(last.value, value - moved);
      moved += take;
      if (take < last.value) left.push({ ...last, value: last.value - take });
    }
    const next = { ...funds, activeFunds: funds.activeFunds + moved, unlockingFunds: left };
    ensure(next.activeFunds >= rt.pallets.balances.existentialDeposit, E.InsufficientValue);
    return next;
  }
  /** Funds can not exceed what is still reserved (something else may have taken it). */
  function repaired<F extends Funds>(who: Hex, funds: F): F {
    const reserved = rt.pallets.balances.reserved(who);
    if (funds.totalFunds <= reserved) return funds;
    return {
      ...funds,
      totalFunds: reserved,
      activeFunds: saturatingSub(funds.activeFunds + reserved, funds.totalFunds),
    };
  }
  function consolidated<F extends Funds>(funds: F): F {
    const era = activeEra();
    const due = funds.unlockingFunds.filter((c) => c.era <= era).reduce((sum, c) => sum + c.value, 0n);
    return {
      ...funds,
      totalFunds: saturatingSub(funds.totalFunds, due),
      unlockingFunds: funds.unlockingFunds.filter((c) => c.era > era),
    };
  }

  return { cutFunds, rebondFunds, repaired, consolidated };
}
