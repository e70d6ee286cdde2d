import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventFields, namedEvents } from './event-fields';

test('fields get the names and units of their place and type', () => {
  expect(eventFields('market', 'AddPrepaidSuccess', ['AccountId', 'MerkleRoot', 'Balance'])).toEqual([
    { name: 'account', unit: 'ACCOUNT' },
    { name: 'cid', unit: 'CID' },
    { name: 'amount', unit: 'PICO_CRU' },
  ]);
  expect(eventFields('market', 'UpdateReplicasSuccess', ['AccountId', 'BlockNumber', 'u32', 'BlockNumber'])[2]).toEqual(
    {
      name: 'files changed',
      unit: 'COUNT',
    },
  );
  expect(eventFields('technicalCommittee', 'Executed', ['Hash', 'DispatchResult'])[1]).toEqual({
    name: 'outcome',
    unit: 'ERROR',
  });
});

test('what nobody named keeps its types: other events, and other generations of one', () => {
  expect(eventFields('claims', 'Claimed', ['AccountId', 'Balance'])).toEqual([
    { name: null, unit: 'ACCOUNT' },
    { name: null, unit: 'PICO_CRU' },
  ]);
  expect(eventFields('market', 'RegisterSuccess', ['AccountId', 'Balance'])[0]?.name).toBeNull();
  expect(eventFields('staking', 'Reward', ['AccountId'])).toEqual([{ name: null, unit: 'ACCOUNT' }]);
});

test('any pallet, event and types give one meaning for each field', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.array(fc.string()), (pallet, event, types) => {
      expect(eventFields(pallet, event, types)).toHaveLength(types.length);
    }),
  );
  for (const odd of ['constructor', '__proto__', 'toString']) expect(eventFields(odd, odd, ['u32'])).toHaveLength(1);
});

test('no name is empty', () => {
  expect(namedEvents().length).toBeGreaterThan(80);
  for (const { event, fields } of namedEvents())
    if (event !== 'utility.BatchCompleted') expect([event, fields]).not.toEqual([event, 0]);
});
