import { expect, it } from 'vitest';
import type { ChainEvent } from './chain-facts';
import type { DecodedField } from './decoded';
import { compareSlashes } from './slashes';
import { snapshotBlocks, snapshotFields } from './snapshots';

it('finds the block of each snapshot, but none of genesis', async () => {
  const eraAt = async (block: number) => (block < 3 ? 0 : block < 4 ? 1 : block < 11 ? 2 : 3);
  expect(await snapshotBlocks(eraAt, 20)).toEqual(
    new Map([
      [1, 3],
      [2, 4],
      [3, 11],
    ]),
  );
  expect(await snapshotBlocks(async () => null, 20)).toEqual(new Map());
});

it('adds up own stake and votes, and knows when one of them is gone', () => {
  const state = {
    exposures: [{ id: '7-V', fields: { others: [{ guarantor: 'G', value: '1' }] }, rawKeys: [] }],
    limits: new Map([['V', { limit: '90' }]]),
    bonded: new Map([['V', { controller: 'C' }]]),
    ledgers: new Map([['C', { active: '100' }]]),
    guarantors: new Map([['G', { targets: [{ validator: 'V', value: '20' }] }]]),
  };
  expect(snapshotFields(state)[0]?.fields).toEqual({
    stakeLimitAtSnapshot: '90',
    nominalOwn: '100',
    nominalTotal: '120',
  });
  expect(snapshotFields({ ...state, guarantors: new Map() })[0]?.fields).toMatchObject({
    nominalOwn: '100',
    nominalTotal: null,
  });
});

it('finds a slash without a record, and one of another amount', () => {
  const field = (text: string): DecodedField => ({
    toString: () => text,
    toHex: () => text,
    toJSON: () => text,
    toU8a: () => new Uint8Array(),
  });
  const slash: ChainEvent = {
    block: 9,
    index: 2,
    extrinsic: null,
    pallet: 'staking',
    name: 'Slash',
    args: ['V', '5'].map(field),
  };
  const row = { block: 9, eventIndex: 2, stash: 'V', amount: '5' };
  const found = (rows: (typeof row)[]) => compareSlashes([slash], rows, 10).mismatches.map((m) => [m.id, m.field]);
  expect(found([row])).toEqual([]);
  expect(found([{ ...row, amount: '6' }])).toEqual([['9-2', 'amount']]);
  expect(found([])).toEqual([['9-2', null]]);
  expect(found([row, { ...row, block: 10 }])).toEqual([['10-2', null]]);
});
