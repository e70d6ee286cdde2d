import { accountId, bool, compact32, type Hex, type struct, u32, type Value, vec } from '../../../../codec/scale';
import { ensure, ensureRoot } from '../../framework/dispatch';
import { type LedgerPart, STAKING_LOCK } from './ledger';
import type { StakingContext } from './storage';

const [READ, WRITE, MICROS, NANOS] = [25_000_000, 100_000_000, 1_000_000, 1_000];
const ONE_WRITE = 2 * MICROS + WRITE;

/** Calls of the council (root). None of them has an event. */
export function adminPart({ rt, s, E }: StakingContext, ledgers: LedgerPart) {
  type Fields = Parameters<typeof rt.call>[2];
  type Args<F extends Fields> = Value<ReturnType<typeof struct<F>>>;
  /** a root call */
  const root = <const F extends Fields>(
    name: string,
    fields: F,
    weight: number | ((args: Args<F>) => number),
    does: (args: Args<F>) => void,
  ) =>
    rt.call('Staking', name, fields, { weight }, (origin, args) => {
      ensureRoot(origin);
      does(args);
    });

  /** Takes the slashes at these places out of what waits for `era`. */
  function cancelSlashes(era: number, indices: readonly number[]): void {
    const waiting = [...s.unappliedSlashes.get(era)];
    for (const [removed, given] of [...indices].sort((a, b) => a - b).entries()) {
      ensure(removed <= given, E.DuplicateIndex);
      ensure(given - removed < waiting.length, E.InvalidSlashIndex);
      waiting.splice(given - removed, 1);
    }
    s.unappliedSlashes.set(era, waiting);
  }

  return {
    calls: {
      setValidatorCount: root('set_validator_count', { new: compact32 }, ONE_WRITE, (a) => s.validatorCount.set(a.new)),
      increaseValidatorCount: root('increase_validator_count', { additional: compact32 }, ONE_WRITE + READ, (a) =>
        s.validatorCount.set(s.validatorCount.get() + a.additional),
      ),
      forceNoEras: root('force_no_eras', {}, ONE_WRITE, () => s.forceEra.set('ForceNone')),
      forceNewEra: root('force_new_era', {}, ONE_WRITE, () => s.forceEra.set('ForceNew')),
      forceNewEraAlways: root('force_new_era_always', {}, ONE_WRITE, () => s.forceEra.set('ForceAlways')),
      setInvulnerables: root(
        'set_invulnerables',
        { validators: vec(accountId) },
        ({ validators }) => ONE_WRITE + 6 * NANOS * validators.length,
        ({ validators }) => s.invulnerables.set(validators),
      ),
      forceUnstake: root('force_unstake', { stash: accountId }, 53 * MICROS + 4 * READ + 7 * WRITE, ({ stash }) => {
        // the lock goes first, also that of somebody who has no bond
        rt.pallets.balances.removeLock(stash, STAKING_LOCK);
        ledgers.killStash(stash);
      }),
      cancelDeferredSlash: root(
        'cancel_deferred_slash',
        { era: u32, slash_indices: vec(u32) },
        ({ slash_indices }) => 5_870 * MICROS + 35 * MICROS * slash_indices.length + READ + WRITE,
        ({ era, slash_indices }) => cancelSlashes(era, slash_indices),
      ),
      setStartRewardEra: root('set_start_reward_era', { start_reward_era: u32 }, 1000, (a) =>
        s.startRewardEra.set(a.start_reward_era),
      ),
      cancelEraReward: root('cancel_era_reward', { era_index: u32 }, 1000, ({ era_index }) => {
        s.erasStakingPayout.remove(era_index);
      }),
      setValidatorsWhitelist: root(
        'set_validators_whitelist',
        { new_validators: vec(accountId) },
        1000,
        ({ new_validators }: { readonly new_validators: readonly Hex[] }) => s.validatorsWhitelist.set(new_validators),
      ),
      forceValidatorsWhitelist: root('force_validators_whitelist', { enable: bool }, 1000, ({ enable }) =>
        s.forceSelection.set(enable),
      ),
    },
  };
}
