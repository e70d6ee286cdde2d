import { accountId, bool, compact32, type Hex, u32, vec } from '../../../../codec/scale';
import { ensure, ensureRoot } from '../../framework/dispatch';
import { type LedgerPart, STAKING_LOCK } from './ledger';
import type { StakingContext } from './storage';

/** Calls of the council (root). None of them has an event. */
export function adminPart({ rt, s, E }: StakingContext, ledgers: LedgerPart) {
  /** a root call that writes one thing */
  const setter = <const F extends Parameters<typeof rt.call>[2]>(name: string, fields: F) => ({
    does: (write: (args: never) => void) =>
      rt.call('Staking', name, fields, { weight: 100_000_000 }, (origin, args) => {
        ensureRoot(origin);
        write(args as never);
      }),
  });
  return {
    calls: {
      setValidatorCount: setter('set_validator_count', { new: compact32 }).does((a: { new: number }) =>
        s.validatorCount.set(a.new),
      ),
      increaseValidatorCount: setter('increase_validator_count', { additional: compact32 }).does(
        (a: { additional: number }) => s.validatorCount.set(s.validatorCount.get() + a.additional),
      ),
      forceNoEras: setter('force_no_eras', {}).does(() => s.forceEra.set('ForceNone')),
      forceNewEra: setter('force_new_era', {}).does(() => s.forceEra.set('ForceNew')),
      forceNewEraAlways: setter('force_new_era_always', {}).does(() => s.forceEra.set('ForceAlways')),
      setInvulnerables: setter('set_invulnerables', { validators: vec(accountId) }).does(
        (a: { validators: readonly Hex[] }) => s.invulnerables.set(a.validators),
      ),
      forceUnstake: setter('force_unstake', { stash: accountId }).does(({ stash }: { stash: Hex }) => {
        ledgers.killStash(stash);
        rt.pallets.balances.removeLock(stash, STAKING_LOCK);
      }),
      cancelDeferredSlash: setter('cancel_deferred_slash', { era: u32, slash_indices: vec(u32) }).does(
        ({ era, slash_indices }: { era: number; slash_indices: readonly number[] }) => {
          const waiting = s.unappliedSlashes.get(era);
          ensure(slash_indices.length > 0 && slash_indices.every((i) => i < waiting.length), E.InvalidSlashIndex);
          s.unappliedSlashes.set(
            era,
            waiting.filter((_, i) => !slash_indices.includes(i)),
          );
        },
      ),
      setStartRewardEra: setter('set_start_reward_era', { start_reward_era: u32 }).does(
        (a: { start_reward_era: number }) => s.startRewardEra.set(a.start_reward_era),
      ),
      cancelEraReward: setter('cancel_era_reward', { era_index: u32 }).does(({ era_index }: { era_index: number }) => {
        s.erasStakingPayout.remove(era_index);
        s.erasAuthoringPayout.removePrefix(era_index);
      }),
      setValidatorsWhitelist: setter('set_validators_whitelist', { new_validators: vec(accountId) }).does(
        (a: { new_validators: readonly Hex[] }) => s.validatorsWhitelist.set(a.new_validators),
      ),
      forceValidatorsWhitelist: setter('force_validators_whitelist', { enable: bool }).does((a: { enable: boolean }) =>
        s.forceSelection.set(a.enable),
      ),
    },
  };
}
