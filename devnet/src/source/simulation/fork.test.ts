import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import type { Vec } from '@polkadot/types';
import type { DispatchError, EventRecord } from '@polkadot/types/interfaces';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storagePrefix } from '../../codec/hash';
import { crustRegistry } from '../../codec/registry';
import { decodeChain } from '../../test-support/decode-chain';
import { viewOf } from '../block-view';
import type { Hex } from '../source';
import { rngOf } from './framework/rng';
import { type SimulatedChain, simulationSource } from './index';

const LAG = 8;
const SEED = 11;
const base = {
  seed: SEED,
  blocks: 150,
  profile: DEVNET_PROFILE,
  blockTimeMs: 0,
  genesisTimeMs: 1_700_000_000_000,
  finalityLag: LAG,
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'moho-fork-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A digest of everything stored after a block. */
function stateAt(chain: SimulatedChain, hash: Hex): string {
  const view = viewOf(chain, hash);
  if (view === undefined) throw new Error(`the block ${hash} is not known`);
  const digest = createHash('sha256');
  for (const key of view.keysPaged('0x', 1_000_000, null)) digest.update(`${key}=${view.storage(key)}\n`);
  return digest.digest('hex');
}
const hashes = (chain: SimulatedChain, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => chain.blockHash(from + i));

describe('a fork', () => {
  test('takes the last blocks away and builds another branch, longer by one; what was before stays', async () => {
    const chain = await simulationSource(base);
    const head = chain.head();
    const [before, lost] = [hashes(chain, 0, head - 3), hashes(chain, head - 2, head)];
    const bodies = lost.map((hash) => viewOf(chain, hash)?.extrinsics() ?? []);
    const states = lost.map((hash) => stateAt(chain, hash));
    chain.fork(3);
    expect(chain.head()).toBe(head + 1);
    expect(hashes(chain, 0, head - 3)).toEqual(before);
    for (let block = head - 2; block <= head + 1; block += 1) {
      expect(lost).not.toContain(chain.blockHash(block));
      expect(chain.header(block).parentHash).toBe(chain.blockHash(block - 1));
    }
    // the old branch is still known, with its bodies and its state
    lost.forEach((hash, i) => {
      expect(chain.blockNumber(hash)).toBeUndefined();
      const view = viewOf(chain, hash);
      expect([view?.number, view?.hash, view?.extrinsics()]).toEqual([head - 2 + i, hash, bodies[i]]);
      expect(stateAt(chain, hash)).toEqual(states[i]);
    });
    expect(viewOf(chain, lost[1] as Hex)?.header().parentHash).toBe(lost[0]);
    chain.close();
  });

  test('never takes what is final, and says so', async () => {
    const chain = await simulationSource({ ...base, blocks: 40 });
    expect(() => chain.fork(LAG + 1)).toThrow(/9 blocks cannot be forked away: only the last 8 are not final/);
    const final = chain.blockHash(chain.finalized());
    chain.fork(LAG);
    expect(chain.blockHash(40 - LAG)).toBe(final);
    const plain = await simulationSource({ ...base, blocks: 5, finalityLag: 0 });
    expect(() => plain.fork(1)).toThrow(/only the last 0 are not final/);
  });

  test('loses the state of a retired block once another of its height is final, and keeps its header', async () => {
    const chain = await simulationSource({ ...base, blocks: 40 });
    const old = chain.blockHash(40);
    chain.fork(1);
    chain.produce(LAG - 2);
    expect(viewOf(chain, old)?.stateKept).toBe(true);
    chain.produce(1);
    expect(chain.finalized()).toBe(40);
    expect(viewOf(chain, old)?.stateKept).toBe(false);
    expect(viewOf(chain, old)?.header().number).toBe(40);
  });
});

/** Reports taken, and the errors of those refused, in the blocks of the best branch. */
function reportsIn(chain: SimulatedChain, from: number, to: number): { taken: number; refused: string[] } {
  const { registry } = crustRegistry(chain.metadata(0), 25);
  const key = storagePrefix('System', 'Events');
  const events = Array.from({ length: to - from + 1 }, (_, i) =>
    registry.createType<Vec<EventRecord>>('Vec<EventRecord>', chain.storage(key, from + i)),
  ).flatMap((records) => records.map(({ event }) => event));
  const refused = events
    .filter(({ method }) => method === 'ExtrinsicFailed')
    .map(({ data }) => data[0] as DispatchError)
    .filter((error) => error.isModule && error.asModule.index.toNumber() === SWORK)
    .map((error) => `${error.asModule.error}`);
  return { taken: events.filter(({ method }) => method === 'WorksReportSuccess').length, refused };
}
const SWORK = 25;

test('work reports are made again when the first block of their slot is forked away', async () => {
  const { slotBlocks } = DEVNET_PROFILE;
  const chain = await simulationSource({ ...base, people: 'few', scenarios: [], finalityLag: 16 });
  for (let round = 0; round < 6; round += 1) {
    // to a block in the middle of a slot, when its machines have spoken, then back beyond its first block
    const slot = chain.head() - (chain.head() % slotBlocks) + slotBlocks;
    chain.produce(slot + 14 - chain.head());
    expect(reportsIn(chain, slot, chain.head()).taken).toBeGreaterThan(0);
    const gone = chain.blockHash(slot);
    chain.fork(15 + (round % 2));
    expect(chain.blockHash(slot)).not.toBe(gone);
    const last = slot + slotBlocks - 5;
    chain.produce(last - chain.head());
    expect(reportsIn(chain, slot, last)).toEqual({ taken: 3, refused: [] });
  }
  chain.close();
});

test('a whole economy keeps count of its files through forks of every depth', async () => {
  const chain = await simulationSource({ ...base, finalityLag: 20 });
  const rng = rngOf(`${SEED}/reports`);
  const from = chain.head();
  for (let round = 0; round < 30; round += 1) {
    chain.fork(rng.between(1, 20));
    chain.produce(rng.between(5, 25));
  }
  const { taken, refused } = reportsIn(chain, from, chain.head());
  console.log(`seed ${SEED}: through 30 forks ${taken} reports taken, ${refused.length} refused, errors ${refused}`);
  // one in a hundred is made wrong on purpose
  expect(refused.length * 20).toBeLessThan(taken);
  chain.close();
});

test('cascades of forks are seeded, every block of every branch decodes, and a restart makes the same branches again', async () => {
  const options = { ...base, dataDir: folder };
  const rng = rngOf(`${SEED}/cascade`);
  const chain = await simulationSource(options);
  const twin = await simulationSource(base);
  const known = new Map<Hex, string>();
  let compared = 0;
  for (let round = 0; round < 25; round += 1) {
    const depth = rng.between(1, LAG);
    const head = chain.head();
    for (const hash of hashes(chain, head - depth + 1, head)) known.set(hash, stateAt(chain, hash));
    const more = rng.below(3);
    for (const each of [chain, twin]) {
      each.fork(depth);
      each.produce(more);
    }
    for (const [hash, state] of known) {
      if (!viewOf(chain, hash)?.stateKept) continue;
      compared += 1;
      expect(stateAt(chain, hash)).toBe(state);
    }
  }
  const head = chain.head();
  expect(hashes(twin, 0, head)).toEqual(hashes(chain, 0, head));
  console.log(`seed ${SEED}: ${known.size} blocks forked away, their states compared ${compared} times`);
  expect(compared).toBeGreaterThan(5 * LAG);
  const decoded = decodeChain(
    chain,
    Array.from({ length: head - base.blocks + LAG }, (_, i) => base.blocks - LAG + 1 + i),
  );
  expect(decoded.problems).toEqual([]);

  const again = await simulationSource(options);
  expect(hashes(again, 0, head)).toEqual(hashes(chain, 0, head));
  expect(stateAt(again, again.blockHash(head))).toEqual(stateAt(chain, chain.blockHash(head)));
  for (const hash of known.keys()) {
    expect(viewOf(again, hash)?.stateKept).toBe(viewOf(chain, hash)?.stateKept);
    expect(viewOf(again, hash)?.extrinsics()).toEqual(viewOf(chain, hash)?.extrinsics());
  }
  for (const each of [chain, twin, again]) each.fork(2);
  expect(again.blockHash(head + 1)).toBe(chain.blockHash(head + 1));
  expect(twin.blockHash(head + 1)).toBe(chain.blockHash(head + 1));
  for (const each of [chain, twin, again]) each.close();
});
