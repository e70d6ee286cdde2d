import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { Keyring } from '@polkadot/keyring';
import type { EventRecord } from '@polkadot/types/interfaces';
import { describe, expect, test } from 'vitest';
import { storagePrefix } from '../../codec/hash';
import {
  metadataOfSpec,
  type PalletTable,
  palletsOfSpec,
  SPEC_VERSIONS,
  type SpecVersion,
  versionOfSpec,
} from '../../codec/metadata';
import { crustRegistry } from '../../codec/registry';
import { decodeChain } from '../../test-support/decode-chain';
import type { Hex } from '../source';
import { type SimulatedChain, simulationSource } from './index';
import { CODE_KEY, codeOf } from './runtimes';

const base = { seed: 3, blocks: 45, profile: DEVNET_PROFILE, blockTimeMs: 0, genesisTimeMs: 1_700_000_000_000 };
const EVENTS = '0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7';
const SUDO_KEY = '0x5c0d1176a568c1f92944340dbfed9e9c530ebca703c85910e7164cb7d1c9e47b';
/** What older specs store and the newest does not name any more. */
const NAMED = new Set<string>(palletsOfSpec(25).flatMap(keysOf));
const GONE = new Set<string>([1, 4, 17].flatMap((spec) => palletsOfSpec(spec as SpecVersion).flatMap(keysOf)));
function keysOf({ name, prefix, storage }: PalletTable): string[] {
  return storage.map((item) => storagePrefix(prefix ?? name, item.name));
}
const alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The names of a block's calls and events, read with the runtime of its parent. */
function contents(chain: SimulatedChain, block: number) {
  const { registry } = crustRegistry(chain.metadata(block - 1), chain.runtimeVersion(block - 1).specVersion);
  const events = registry.createType('Vec<EventRecord>', chain.storage(EVENTS, block) ?? '0x00');
  return {
    calls: chain.extrinsics(block).map((hex) => {
      const { method } = registry.createType('Extrinsic', hex);
      return `${method.section}.${method.method}`;
    }),
    events: [...(events as unknown as EventRecord[])].map(
      ({ phase, event }) => `${phase.type} ${event.section}.${event.method}`,
    ),
  };
}

/** An extrinsic as polkadot.js makes and signs it for a spec. */
function signed(chain: SimulatedChain, spec: SpecVersion, pallet: string, call: string, args: unknown[]): Hex {
  const { registry, metadata } = crustRegistry(metadataOfSpec(spec, DEVNET_PROFILE), spec);
  const modules = metadata.asV12.modules;
  const module = modules.findIndex((m) => m.name.toString() === pallet);
  const place = modules[module]?.calls.unwrapOr([]).findIndex((c) => c.name.toString() === call);
  const method = registry.createType('Call', { callIndex: [module, place], args });
  const extrinsic = registry.createType('Extrinsic', { method }, { version: 4 });
  const { genesisHash } = chain;
  const nonce = chain.nextNonce(`0x${Buffer.from(alice.publicKey).toString('hex')}`);
  extrinsic.sign(alice, { blockHash: genesisHash, genesisHash, nonce, tip: 0, runtimeVersion: versionOfSpec(spec) });
  return extrinsic.toHex();
}

describe('a chain that runs through Crust’s runtimes', () => {
  test.each([1, 4] as const)(
    'from spec %i to 25: version and metadata follow, polkadot.js decodes every block on both sides',
    async (first) => {
      const chain = await simulationSource({ ...base, spec: first });
      expect(chain.runtimeVersion(0)).toEqual(versionOfSpec(first));
      const carriers: number[] = [];
      for (const spec of SPEC_VERSIONS.filter((version) => version > first)) {
        chain.upgrade(spec);
        carriers.push(chain.head());
        expect(chain.runtimeVersion(chain.head() - 1).specVersion).toBeLessThan(spec);
        expect(chain.runtimeVersion(chain.head())).toEqual(versionOfSpec(spec));
        expect(chain.metadata(chain.head())).toBe(metadataOfSpec(spec, DEVNET_PROFILE));
        expect(chain.storage(CODE_KEY, chain.head())).toBe(codeOf(spec));
        // as people did on mainnet: spec 18 no longer knows the files of spec 4
        if (spec === 17) expect(chain.submit(signed(chain, 17, 'Market', 'do_file_migration', [999])).ok).toBe(true);
        chain.produce(45);
      }
      const { problems, events } = decodeChain(chain, range(1, chain.head()));
      const left = problems.map((line) => /^(0x[0-9a-f]+): no such item in the metadata$/.exec(line)?.[1] ?? line);
      expect(left.filter((key) => !GONE.has(key.slice(0, 66)) || NAMED.has(key.slice(0, 66)))).toEqual([]);
      // nobody removed the key when Sudo went; the first market's rows stay, unreadable
      if (first === 4) expect(left).toEqual([SUDO_KEY]);
      else expect(left.length).toBeGreaterThan(1);
      expect(events).toBeGreaterThan(chain.head());
      let company = 0;
      for (const carrier of carriers) {
        const { calls, events } = contents(chain, carrier);
        const bySudo = chain.runtimeVersion(carrier - 1).specVersion < 20;
        expect(calls.includes('sudo.sudoUncheckedWeight')).toBe(bySudo);
        expect(events).toContain(bySudo ? 'ApplyExtrinsic sudo.Sudid' : 'Initialization scheduler.Dispatched');
        expect(events.filter((name) => name.endsWith('system.CodeUpdated'))).toHaveLength(1);
        company += calls.filter((name) => !/^(timestamp|sudo)/.test(name)).length;
      }
      expect(company).toBeGreaterThan(0);
    },
  );

  test('takes back what was signed for the runtime before', async () => {
    const chain = await simulationSource({ ...base, spec: 17 });
    const fates: unknown[] = [];
    chain.onPool((_, fate) => fates.push(fate));
    // its turn never comes before the upgrade
    const later = signed(chain, 17, 'System', 'remark', ['0x']);
    expect(chain.submit(later).ok).toBe(true);
    expect(chain.pending()).toEqual([later]);
    const stale = signed(chain, 17, 'System', 'remark', ['0x01']);
    // by sudo; one that the scheduler brings fills its block
    chain.upgrade(22);
    expect(chain.extrinsics(chain.head())).toContain(later);
    expect(chain.submit(stale)).toMatchObject({ ok: false, code: 1010 });
    expect(chain.submit(signed(chain, 22, 'System', 'remark', ['0x01'])).ok).toBe(true);
  });

  test('comes up again as the same chain, upgrades of its journal included', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'moho-upgrade-'));
    try {
      const chain = await simulationSource({ ...base, spec: 22, dataDir });
      chain.produce(3);
      chain.upgrade(25);
      chain.produce(3);
      const again = await simulationSource({ ...base, spec: 22, dataDir });
      expect(again.head()).toBe(chain.head());
      expect(again.blockHash(again.head())).toBe(chain.blockHash(chain.head()));
      expect(range(0, again.head()).map((block) => again.runtimeVersion(block).specVersion)).toEqual(
        range(0, chain.head()).map((block) => (block < 49 ? 22 : 25)),
      );
      await expect(simulationSource({ ...base, spec: 24, dataDir })).rejects.toThrow('holds another chain');
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  test('has upgrades of its own story', async () => {
    const story = {
      ...base,
      blocks: 60,
      spec: 4,
      upgrades: [
        [20, 17],
        [21, 23],
        [40, 25],
      ],
    } as const;
    const chain = await simulationSource(story);
    const specs = range(0, 60).map((block) => chain.runtimeVersion(block).specVersion);
    expect(specs).toEqual(range(0, 60).map((b) => (b < 20 ? 4 : b < 21 ? 17 : b < 40 ? 23 : 25)));
    await expect(simulationSource({ ...story, upgrades: [[20, 4]] })).rejects.toThrow('does not follow spec 4');
    await expect(
      simulationSource({
        ...story,
        upgrades: [
          [9, 17],
          [9, 22],
        ],
      }),
    ).rejects.toThrow('does not follow spec 17');
  });

  test('refuses a spec that is older, the same or unknown', async () => {
    const chain = await simulationSource({ ...base, blocks: 2, spec: 24 });
    for (const spec of [1, 24, 26, 2.5, Number.NaN]) expect(() => chain.upgrade(spec)).toThrow('spec must be newer');
    expect(chain.head()).toBe(2);
  });
});
