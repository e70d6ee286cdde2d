import { DEVNET_PROFILE } from '@moho/protocol/base';
import { afterEach, describe, expect, it } from 'vitest';
import { type Served, serve } from './serve';
import { recordingSource } from './source/recording';
import { simulationSource } from './source/simulation';
import { smallEconomy } from './source/simulation/small-economy';
import type { ChainSource } from './source/source';
import { testChain } from './test-support/chain';
import { writeRecording } from './test-support/recording';

let served: Served | undefined;
afterEach(() => served?.close());

async function admin(source: ChainSource) {
  served = await serve({ source, port: 0, adminPort: 0 });
  return async (method: string, path: string, headers = {}) => {
    const response = await fetch(`${served?.adminUrl}${path}`, { method, headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
}

describe('admin interface', () => {
  it('makes blocks, pauses and resumes a chain that makes its own', async () => {
    const chain = testChain();
    const ask = await admin(chain);
    expect(await ask('POST', '/produce?blocks=3')).toMatchObject({ status: 200, body: { head: 3 } });
    expect(await ask('POST', '/produce')).toMatchObject({ status: 200, body: { head: 4 } });
    expect((await ask('POST', '/pause')).status).toBe(200);
    expect(chain.paused).toBe(true);
    expect((await ask('POST', '/resume')).status).toBe(200);
    expect(chain.paused).toBe(false);
    expect(await ask('GET', '/state')).toEqual({
      status: 200,
      body: {
        chain: 'Crust Test',
        genesisHash: chain.genesisHash,
        profile: 'mainnet',
        spec: 24,
        source: 'simulation',
        head: 4,
        headHash: chain.blockHash(4),
        finalized: 4,
        pendingExtrinsics: 0,
      },
    });
  });

  it('tells a recording’s reader that it makes no blocks', async () => {
    const ask = await admin(await recordingSource(writeRecording(3)));
    for (const path of ['/produce?blocks=1', '/upgrade?spec=25', '/pause', '/resume']) {
      expect(await ask('POST', path)).toEqual({
        status: 409,
        body: { error: 'a recording makes no blocks of its own: it can only be read' },
      });
    }
    expect(await ask('GET', '/state')).toMatchObject({ status: 200, body: { source: 'recording', head: 3 } });
  });

  it('forks a simulated chain, once or in a cascade, and never what is final', async () => {
    const options = { seed: 2, blocks: 20, profile: DEVNET_PROFILE, blockTimeMs: 0, economy: smallEconomy };
    const chain = await simulationSource({ ...options, finalityLag: 3 });
    const ask = await admin(chain);
    const before = chain.blockHash(20);
    expect(await ask('POST', '/fork?blocks=2')).toMatchObject({ status: 200, body: { head: 21, finalized: 18 } });
    expect(chain.blockHash(20)).not.toBe(before);
    expect(await ask('POST', '/fork?blocks=3&times=4')).toMatchObject({ status: 200, body: { head: 25 } });
    expect(await ask('POST', '/fork?blocks=4')).toMatchObject({
      status: 400,
      body: { error: '4 blocks cannot be forked away: only the last 3 are not final (--finality-lag 3)' },
    });
    expect((await ask('POST', '/fork?blocks=1&times=0')).status).toBe(400);
  });

  it('plans faults from a seed, shows what they will do, and takes them away', async () => {
    const ask = await admin(testChain());
    expect(await ask('GET', '/faults')).toMatchObject({ status: 200, body: { on: false, next: [] } });
    const planned = await ask('POST', '/faults?seed=7&drop=0.1&delay=0.2&delayMs=30');
    expect(planned).toMatchObject({
      status: 200,
      body: { on: true, seed: 7, delayMs: 30, rates: { drop: 0.1, delay: 0.2, die: 0 }, answers: 0 },
    });
    expect(planned.body.next).toHaveLength(10);
    expect(await ask('GET', '/faults')).toEqual(planned);
    expect(await ask('POST', '/faults?drop=7')).toMatchObject({ status: 400 });
    expect(await ask('POST', '/faults?die=0.5')).toMatchObject({ status: 400 });
    expect(await ask('POST', '/faults')).toMatchObject({ status: 200, body: { on: false } });
    const recorded = await admin(await recordingSource(writeRecording(3)));
    expect(await recorded('POST', '/faults?429=1')).toMatchObject({ status: 200, body: { on: true } });
  });

  it('says what is wrong with anything else', async () => {
    const ask = await admin(testChain());
    for (const blocks of ['0', '-1', '1.5', 'ten', '100001', '']) {
      expect(await ask('POST', `/produce?blocks=${blocks}`)).toMatchObject({
        status: 400,
        body: { error: 'blocks must be a whole number from 1 to 100000' },
      });
    }
    expect((await ask('GET', '/produce')).status).toBe(405);
    expect((await ask('POST', '/state')).status).toBe(405);
    expect((await ask('POST', '/nothing')).status).toBe(404);
    expect((await ask('POST', '/pause', { origin: 'https://example.org' })).status).toBe(403);
  });
});
