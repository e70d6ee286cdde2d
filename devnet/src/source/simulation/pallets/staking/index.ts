import type { Hex } from '../../../../codec/scale';
import { perbillOf } from '../../framework/arithmetic';
import type { Runtime } from '../../framework/runtime';
import { runtimeValues } from '../runtime-values';
import { adminPart } from './admin';
import { endEraPart } from './end-era';
import { eraPart } from './era';
import { guaranteePart } from './guarantee';
import { ledgerPart } from './ledger';
import { offencePart } from './offence';
import { payoutPart } from './payout';
import { slashingPart } from './slashing';
import { snapshotPart } from './snapshot';
import { stakeLimitPart } from './stake-limit';
import { stakingErrors, stakingEvents, stakingStorage } from './storage';

export { STAKING_POT } from './end-era';

/** A validator or candidate at genesis. Funds are endowed before. */
export interface GenesisStaker {
  readonly stash: Hex;
  readonly controller: Hex;
  readonly bond: bigint;
  /** undefined: bonded only */
  readonly feePerbill?: number;
}

export type Staking = ReturnType<typeof stakingPallet>;

/** GPoS: bonds, guarantees, stake limits, eras, payouts. */
export function stakingPallet(rt: Runtime) {
  const s = stakingStorage(rt);
  const context = { rt, s, emit: stakingEvents(rt), E: stakingErrors(rt), values: runtimeValues(rt.spec) };
  const ledgers = ledgerPart(context);
  const guarantees = guaranteePart(context, ledgers);
  const payouts = payoutPart(context, ledgers);
  const slashing = slashingPart(context, ledgers);
  const offences = offencePart(context, slashing, guarantees);
  const admin = adminPart(context, ledgers);
  const eras = eraPart(context, { end: endEraPart(context), snapshot: snapshotPart(context), slashing });

  return {
    calls: { ...ledgers.calls, ...guarantees.calls, ...payouts.calls, ...admin.calls },
    storage: s,
    ...eras,
    ...stakeLimitPart(context),
    chillStash: guarantees.chillStash,
    deferSlash: slashing.defer,
    onOffence: offences.onOffence,
    /** As the genesis of mainnet: every genesis candidate's stake limit is twice its bond. */
    genesis(params: {
      stakers: readonly GenesisStaker[];
      validatorCount: number;
      minimumValidatorCount: number;
      startRewardEra: number;
    }): void {
      s.historyDepth.set(s.historyDepth.get());
      s.validatorCount.set(params.validatorCount);
      s.minimumValidatorCount.set(params.minimumValidatorCount);
      s.startRewardEra.set(params.startRewardEra);
      s.forceEra.set('NotForcing');
      s.slashRewardFraction.set(Number(perbillOf(100_000_000n, 1_000_000_000n)));
      s.canceledSlashPayout.set(0n);
      s.invulnerables.set([]);
      for (const { stash, controller, bond, feePerbill } of params.stakers) {
        ledgers.bond(stash, controller, bond);
        if (feePerbill === undefined) continue;
        s.validators.set(stash, { feePerbill });
        s.stakeLimit.set(stash, 2n * bond);
      }
    },
  };
}
