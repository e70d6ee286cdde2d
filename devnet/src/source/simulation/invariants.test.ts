import { describe, expect, test } from 'vitest';
import { SPEC25_PALLETS } from '../../codec/metadata';
import type { PalletName } from './framework/spec';
import { brokenBooks } from './invariants/books';
import { eventsWithoutWrite, WRITES } from './invariants/events';
import { differences, localChain, unreadable, walk } from './invariants/walk';

const seeds = [1, 2, Number(process.env.SIMULATION_SEED ?? 3)];
const BLOCKS = 420;

describe.each(seeds)('the local chain of seed %i', (seed) => {
  test(`adds up after each of ${BLOCKS} blocks, and no event comes without its write`, () => {
    const { problems, sweeps } = walk(seed, BLOCKS);
    expect(problems).toEqual([]);
    expect(sweeps).toBeGreaterThan(10);
  });
});

describe('blocks', () => {
  const [seed = 1] = seeds;
  const make = (blocks: number) => {
    const chain = localChain(seed);
    for (let i = 0; i < blocks; i++) chain.produce();
    return chain;
  };
  test('decode with their own metadata and encode back to the same bytes', () => {
    expect(unreadable(make(250))).toEqual([]);
  });
  test('and state of a seed are the same twice', () => {
    expect(differences(make(250), make(250))).toEqual([]);
  });
});

describe('the checks notice', () => {
  const chain = localChain(seeds[0] ?? 1);
  for (let i = 0; i < 200; i++) chain.produce();
  const { balances, market } = chain.runtime.pallets;
  test('nothing wrong at first', () => expect(brokenBooks(chain)).toEqual([]));
  test('money out of nowhere', () => {
    balances.issue(1n);
    expect(brokenBooks(chain)).toContain('issuance is what accounts hold');
    balances.burn(1n);
  });
  test('a replica that is counted and not there', () => {
    const [row] = market.storage.files.entries();
    if (row === undefined) throw new Error('there are files');
    const [cid, file] = row;
    market.storage.files.set(cid, { ...file, reportedReplicaCount: file.reportedReplicaCount + 1 });
    expect(brokenBooks(chain)).toEqual([`${cid}: reported replicas are its entries`]);
    market.storage.files.set(cid, file);
  });
  test('an event whose write is missing', () => {
    const made = { pallet: 'Treasury', name: 'Proposed', args: [0], phase: 1, encoded: '0x' } as const;
    chain.runtime.events.records.push(made);
    expect(eventsWithoutWrite(chain)).toEqual(['Treasury.Proposed']);
  });
  test('every event and item they name is the runtime’s', () => {
    const { spec } = chain.runtime;
    for (const [event, [pallet, item]] of Object.entries(WRITES)) {
      const [module = '', name = ''] = event.split('.');
      expect(spec.module(module as PalletName)?.events).toContain(name);
      const table = SPEC25_PALLETS.find((each) => each.name === pallet);
      expect(table?.storage.map((each) => each.name)).toContain(item);
    }
  });
});
