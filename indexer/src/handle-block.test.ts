import { encodeAddress } from '@moho/protocol/base';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChainBlock } from './decode';
import { handleBlock } from './handle-block';
import { bondedKey, ledgerKey, validatorKey } from './mirror/staking';
import { eraKey, SESSION_VALIDATORS } from './reduce/eras/keys';
import { STORAGE_POT } from './reduce/market/pots';
import { STORAGE_POT_KEY } from './reduce/pot/state';
import { prefixOf } from './scale/keys';

/** A chain of hand-made blocks over a real state map, and a store in memory: the handler runs whole. */
const STASH = encodeAddress(new Uint8Array(32).fill(1));
const CONTROLLER = encodeAddress(new Uint8Array(32).fill(2));
const hex = (byte: number, count = 32) => byte.toString(16).padStart(2, '0').repeat(count);

interface Call {
  section: string;
  name: string;
  args: Record<string, unknown>;
}
const TIMESTAMP: Call = { section: 'timestamp', name: 'set', args: { now: 1 } };
const CALLS: Record<string, Call> = { '0x0300': TIMESTAMP };

let state: Map<string, string>;
let rows: Map<string, Map<string, { id: string }>>;
let rounds: string[][];

const block = (
  number: number,
  events: [string, string, string[], unknown[]][],
  calls: { index: string; args: object }[],
): ChainBlock => ({
  specVersion: 25,
  timestamp: new Date(number * 6000),
  block: {
    header: {
      number: { toNumber: () => number },
      hash: { toHex: () => `0x${hex(number)}` },
      parentHash: { toHex: () => `0x${hex(number - 1)}` },
      // BABE, secondary claim by authority 0
      digest: { logs: [{ toHex: () => `0x064241424534${'02'}00000000${hex(0, 8)}` }] },
    },
    extrinsics: [{ index: '0x0300', args: { now: number } }, ...calls].map(({ index, args }, i) => ({
      hash: { toHex: () => `0x${hex(i)}` },
      isSigned: i > 0,
      signer: { toHex: () => `0x${hex(2)}` },
      nonce: { toString: () => '0' },
      tip: { toString: () => '0' },
      encodedLength: 10,
      method: { toString: () => JSON.stringify({ callIndex: index, args }) },
    })),
  },
  events: [
    ...events.map(([section, method, types, args]) => ({ section, method, types, args, extrinsic: 1 })),
    ...Array.from({ length: calls.length + 1 }, (_, i) => ({
      section: 'system',
      method: 'ExtrinsicSuccess',
      types: [],
      args: [],
      extrinsic: i,
    })),
  ].map(({ section, method, types, args, extrinsic }) => ({
    phase: { toString: () => JSON.stringify({ applyExtrinsic: extrinsic }) },
    event: {
      index: { toHex: () => `${section}.${method}` },
      section,
      method,
      meta: { args: types as unknown as { toString(): string }[] },
      data: { toString: () => JSON.stringify(args) },
    },
  })),
});

const tableOf = (entity: string) => {
  let table = rows.get(entity);
  if (!table) {
    table = new Map();
    rows.set(entity, table);
  }
  return table;
};
const stored = (entity: string, id: string) => rows.get(entity)?.get(id) as Record<string, unknown> | undefined;

beforeEach(() => {
  state = new Map([
    [bondedKey(STASH), `0x${hex(2)}`],
    // stash, total 4, active 4, nothing unlocking, no claims
    [ledgerKey(CONTROLLER), `0x${hex(1)}10100000`],
    [SESSION_VALIDATORS, `0x04${hex(1)}`],
  ]);
  rows = new Map();
  rounds = [];
  Object.assign(globalThis, {
    store: {
      get: async (entity: string, id: string) => rows.get(entity)?.get(id),
      getByFields: async (entity: string, filter: [string, string, unknown][]) =>
        [...tableOf(entity).values()].filter((r) =>
          filter.every(([field, , value]) => (r as Record<string, unknown>)[field] === value),
        ),
      bulkCreate: async (entity: string, list: { id: string }[]) => {
        for (const item of list) tableOf(entity).set(item.id, item);
      },
      bulkRemove: async (entity: string, ids: string[]) => {
        for (const id of ids) tableOf(entity).delete(id);
      },
    },
    api: {
      registry: {
        findMetaCall: (index: Uint8Array) => {
          const call = CALLS[`0x${hex(index[0] as number, 1)}${hex(index[1] as number, 1)}`] as Call;
          return { section: call.section, meta: { name: call.name, args: [], fields: [] } };
        },
      },
      rpc: {
        state: {
          queryStorageAt: async (keys: string[]) => {
            rounds.push(keys);
            return keys.map((key) => state.get(key) ?? '');
          },
          getKeysPaged: async (prefix: string, count: number, start?: string) =>
            [...state.keys()]
              .filter((key) => key.startsWith(prefix) && (!start || key > start))
              .sort()
              .slice(0, count),
        },
      },
    },
  });
  CALLS['0x0805'] = { section: 'staking', name: 'validate', args: {} };
});

describe('handleBlock', () => {
  it('takes the whole state at its first block, and asks nothing at all in an ordinary one', async () => {
    await handleBlock(block(1, [], []));
    expect(stored('Ledger', CONTROLLER)).toMatchObject({ stash: STASH, total: 4n });
    expect(stored('Block', '1')).toMatchObject({ author: STASH, specVersion: 25 });
    rounds = [];
    await handleBlock(block(2, [], []));
    expect(rounds).toEqual([]);
    expect(stored('Block', '2')).toMatchObject({ author: STASH });
  });

  it('reads the state of a staking call in one round, and writes only what changed', async () => {
    await handleBlock(block(1, [], []));
    rounds = [];
    state.set(validatorKey(STASH), '0x04');
    const before = stored('Ledger', CONTROLLER);
    await handleBlock(
      block(
        2,
        [['staking', 'ValidateSuccess', ['AccountId', 'ValidatorPrefs'], [CONTROLLER, { fee: 1 }]]],
        [{ index: '0x0805', args: { prefs: { fee: 1 } } }],
      ),
    );
    expect(rounds).toHaveLength(1);
    expect(stored('Validator', STASH)).toEqual({ id: STASH, guaranteeFeePerbill: 1 });
    expect(stored('Ledger', CONTROLLER)).toBe(before);
  });

  it('removes a row whose key is gone', async () => {
    await handleBlock(block(1, [], []));
    state.delete(bondedKey(STASH));
    state.delete(ledgerKey(CONTROLLER));
    await handleBlock(
      block(2, [['staking', 'Withdrawn', ['AccountId', 'Balance'], [STASH, 4]]], [{ index: '0x0805', args: {} }]),
    );
    expect(stored('Bonded', STASH)).toBeUndefined();
    expect(stored('Ledger', CONTROLLER)).toBeUndefined();
  });

  it('knows rows from the store when the blocks do not follow each other', async () => {
    await handleBlock(block(1, [], []));
    state.delete(bondedKey(STASH));
    state.delete(ledgerKey(CONTROLLER));
    await handleBlock(
      block(7, [['staking', 'Withdrawn', ['AccountId', 'Balance'], [STASH, 4]]], [{ index: '0x0805', args: {} }]),
    );
    expect(stored('Ledger', CONTROLLER)).toBeUndefined();
  });

  it('counts the points of authors between sessions', async () => {
    const { ACTIVE_ERA, CURRENT_ERA } = await import('./reduce/eras/keys');
    state.set(ACTIVE_ERA, '0x0000000000');
    state.set(CURRENT_ERA, '0x00000000');
    state.set(eraKey('rewardPoints', 0), `0x1400000004${hex(1)}14000000`);
    await handleBlock(block(1, [], []));
    await handleBlock(block(2, [], []));
    await handleBlock(block(3, [], []));
    expect(stored('EraStat', '0')).toMatchObject({ rewardPoints: 60 });
    expect(stored('ValidatorEra', `0-${STASH}`)).toMatchObject({ points: 60 });
  });

  it('asks for the pot alone, in one round, where a transfer names it and nothing else moved', async () => {
    const account = (free: number) => `0x${hex(0, 12)}${hex(free, 1)}${hex(0, 63)}`;
    const gift = (amount: number): [string, string, string[], unknown[]] => [
      'balances',
      'Transfer',
      ['AccountId', 'AccountId', 'Balance'],
      [STASH, STORAGE_POT, amount],
    ];
    state.set(STORAGE_POT_KEY, account(50));
    await handleBlock(block(1, [], []));
    rounds = [];
    state.set(STORAGE_POT_KEY, account(57));
    await handleBlock(block(2, [gift(7)], [{ index: '0x0805', args: {} }]));
    expect(rounds.map((keys) => keys.includes(STORAGE_POT_KEY))).toEqual([true]);
    expect(stored('PotMovement', '1-OPENING')).toMatchObject({ kind: 'OPENING', amount: 50n });
    expect(stored('PotMovement', '2-0-0')).toMatchObject({ kind: 'TRANSFER', amount: 7n, account: STASH });
    expect(stored('StoragePot', 'storage')).toEqual({ id: 'storage', free: 57n });
  });

  it('follows the clock of the spower service', async () => {
    await handleBlock(block(1, [], []));
    expect(stored('SpowerService', 'service')).toMatchObject({ lastReplicasUpdateBlock: undefined });
    state.set(prefixOf('Market', 'LastReplicasUpdateBlock'), '0x02000000');
    const updated = ['AccountId', 'BlockNumber', 'u32', 'BlockNumber'];
    await handleBlock(block(2, [['market', 'UpdateReplicasSuccess', updated, [STASH, 2, 0, 1]]], []));
    expect(stored('SpowerService', 'service')).toMatchObject({ lastReplicasUpdateBlock: 2 });
  });

  it('names the block and the extrinsic of a failure', async () => {
    const broken = block(4, [], [{ index: '0xffff', args: {} }]);
    await expect(handleBlock(broken)).rejects.toThrow(/block 4: extrinsic 1:/);
  });
});
