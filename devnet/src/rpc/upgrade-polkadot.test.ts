import { DEVNET_PROFILE } from '@moho/protocol/base';
import { ApiPromise, WsProvider } from '@polkadot/api';
import type { ApiOptions } from '@polkadot/api/types';
import type { EventRecord } from '@polkadot/types/interfaces';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { crustTypesBundle } from '../codec/types-bundle';
import { serve } from '../serve';
import { simulationSource } from '../source/simulation/index';
import { quietPolkadot } from '../test-support/client';

let loud: () => void;
beforeAll(() => {
  loud = quietPolkadot();
});
afterAll(() => loud());

/** upgrades, by the block that carries them */
const STORY = [
  [25, 4],
  [27, 17],
  [35, 22],
  [36, 23],
  [42, 24],
  [50, 25],
] as const;
const BLOCKS = 56;

it('@polkadot/api decodes every block and its events on both sides of every upgrade', async () => {
  const profile = DEVNET_PROFILE;
  const source = await simulationSource({ seed: 2, blocks: BLOCKS, profile, blockTimeMs: 0, spec: 1, upgrades: STORY });
  const served = await serve({ source, port: 0 });
  const typesBundle = crustTypesBundle as unknown as NonNullable<ApiOptions['typesBundle']>;
  const api = await ApiPromise.create({ provider: new WsProvider(served.url), typesBundle, noInitWarn: true });
  try {
    for (let number = 1; number <= BLOCKS; number++) {
      const hash = source.blockHash(number);
      const { block } = await api.rpc.chain.getBlock(hash);
      expect(block.extrinsics.map((x) => x.toHex())).toEqual(source.extrinsics(number));
      expect(block.extrinsics[0]?.method.method).toBe('set');
      // a block is decoded with the runtime of its parent
      const { runtimeVersion, query } = await api.at(hash);
      const specBefore = STORY.findLast(([carrier]) => carrier < number)?.[1] ?? 1;
      expect({ number, spec: runtimeVersion.specVersion.toNumber() }).toEqual({ number, spec: specBefore });
      const events = (await query.system?.events?.()) as unknown as EventRecord[];
      const results = events.filter(({ event }) => /^Extrinsic(Success|Failed)$/.test(event.method));
      expect(results).toHaveLength(block.extrinsics.length);
      const upgraded = events.some(({ event }) => event.method === 'CodeUpdated');
      expect({ number, upgraded }).toEqual({ number, upgraded: STORY.some(([carrier]) => carrier === number) });
    }
  } finally {
    await api.disconnect();
    await served.close();
  }
});
