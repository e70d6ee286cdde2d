import type { SpecVersion } from '../../codec/metadata';
import { InputError } from '../../input-error';
import type { Extrinsic } from './framework/bare';
import { ROOT } from './framework/dispatch';
import { type SignedExtrinsic, type SigningContext, signExtrinsic } from './framework/extrinsic';
import { signer } from './framework/keys';
import type { Runtime } from './framework/runtime';
import { codeOf } from './runtimes';

/** Runtime upgrades of a chain's story: the block that carries one, and the spec it brings. */
export type Upgrades = readonly (readonly [block: number, spec: SpecVersion])[];

/** Throws unless blocks and specs only grow. */
export function checkUpgrades(first: SpecVersion, upgrades: Upgrades): void {
  let [lastBlock, lastSpec]: readonly [number, SpecVersion] = [0, first];
  for (const [block, spec] of upgrades) {
    if (block <= lastBlock || spec <= lastSpec) {
      throw new InputError(`the upgrade to spec ${spec} in block ${block} does not follow spec ${lastSpec}`);
    }
    [lastBlock, lastSpec] = [block, spec];
  }
}

const ENDOWMENT = 1_000n * 1_000_000_000_000n;

/** Who changes the runtime: the sudo key up to spec 19, from then on the scheduler, as after a referendum. */
export function upgrader(seed: number) {
  const key = signer(`${seed}/sudo`);
  const hasSudo = (runtime: Runtime) => runtime.spec.module('Sudo') !== undefined;
  const setCode = (runtime: Runtime, spec: SpecVersion) => runtime.pallets.code.calls.setCode({ code: codeOf(spec) });

  return {
    /** root's key in the genesis of a chain whose runtime has Sudo */
    key,
    genesis(runtime: Runtime): void {
      if (!hasSudo(runtime)) return;
      runtime.pallets.balances.endow(key.account, ENDOWMENT);
      runtime.pallets.sudo.key.set(key.account);
    },
    /** Puts the upgrade on the agenda of the block about to be made, where there is no sudo. */
    schedule(runtime: Runtime, block: number, spec: SpecVersion): void {
      if (hasSudo(runtime)) return;
      const call = setCode(runtime, spec);
      const plan = { when: block, maybePeriodic: null, priority: 0, call };
      const outcome = runtime.dispatch(runtime.pallets.scheduler.calls.schedule(plan), ROOT);
      if (!outcome.ok) throw new Error(`the upgrade to spec ${spec} could not be scheduled: ${outcome.name}`);
    },
    /** The extrinsic that carries the upgrade, where there is sudo; it follows what the key signed for this block before. */
    extrinsics(
      runtime: Runtime,
      signing: SigningContext,
      spec: SpecVersion,
      before: readonly Extrinsic[],
    ): SignedExtrinsic[] {
      if (!hasSudo(runtime)) return [];
      const { sudo, system } = runtime.pallets;
      const call = sudo.calls.sudoUncheckedWeight({ call: setCode(runtime, spec), weight: 0n });
      const earlier = before.filter(({ signer }) => signer === key.account).length;
      return [signExtrinsic(signing, key, call, system.account.get(key.account).nonce + earlier)];
    },
  };
}
