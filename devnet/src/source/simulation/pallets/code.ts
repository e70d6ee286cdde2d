import { storagePrefix } from '../../../codec/hash';
import { palletsOfSpec, specBehind } from '../../../codec/metadata';
import { bytes, raw, struct, u8, u16 } from '../../../codec/scale';
import { ensure, ensureRoot } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { rawValue } from '../framework/storage';
import { writes } from '../framework/weights';
import { CODE_KEY, specOfCode } from '../runtimes';
import { MAX_BLOCK_WEIGHT } from './system';

/** Crust's own modules are of version 1, those of Substrate of version 3. */
const OWN = new Set([
  'Balances',
  'Staking',
  'Swork',
  'Market',
  'Claims',
  'Benefits',
  'Locks',
  'ChainBridge',
  'BridgeTransfer',
]);
const packageVersion = struct({ major: u16, minor: u8, patch: u8 });

export type Code = ReturnType<typeof codePallet>;

/** System's half that changes the runtime: set_code, and what a new runtime does in its first block. */
export function codePallet(rt: Runtime) {
  const code = rawValue(rt.store, CODE_KEY, raw);
  const emit = rt.emitters('System', { CodeUpdated: [] });
  const E = rt.errors('System', 'FailedToExtractRuntimeVersion', 'SpecVersionNeedsToIncrease');

  /** Writes the version of every module's package; returns what that weighs. */
  function notePackages(): number {
    const modules = palletsOfSpec(specBehind(rt.spec.version));
    for (const { name } of modules) {
      const version = rawValue(rt.store, storagePrefix(name, ':__PALLET_VERSION__:'), packageVersion);
      version.set({ major: OWN.has(name) ? 1 : 3, minor: 0, patch: 0 });
    }
    return writes(modules.length);
  }

  rt.hooks('System', {
    onInitialize() {
      const { lastRuntimeUpgrade } = rt.pallets.system;
      if (lastRuntimeUpgrade.get()?.specVersion === rt.spec.version) return 0;
      lastRuntimeUpgrade.set({ specVersion: rt.spec.version, specName: CRUST });
      return notePackages();
    },
  });

  return {
    calls: {
      /** The block it is in is still this runtime's; the next one is the new one's. */
      setCode: rt.call(
        'System',
        'set_code',
        { code: bytes },
        { weight: MAX_BLOCK_WEIGHT, class: 'Operational' },
        (origin, { code: next }) => {
          ensureRoot(origin);
          const spec = specOfCode(next);
          ensure(spec !== undefined, E.FailedToExtractRuntimeVersion);
          ensure(spec > rt.spec.version, E.SpecVersionNeedsToIncrease);
          code.set(next);
          emit.CodeUpdated();
        },
      ),
    },
    genesis(first: Parameters<typeof code.set>[0]): void {
      code.set(first);
      notePackages();
    },
  };
}

const CRUST = `0x${Buffer.from('crust').toString('hex')}` as const;
