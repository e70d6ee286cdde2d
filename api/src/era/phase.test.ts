import { expect, test } from 'vitest';
import { eraPhase } from './phase';

test('an era goes from future to pruned', () => {
  const era = { prunedAtBlock: null, endBlock: null, startBlock: null, plannedAtBlock: null };
  expect(eraPhase(era)).toBe('FUTURE');
  expect(eraPhase({ ...era, plannedAtBlock: 1 })).toBe('PLANNED');
  expect(eraPhase({ ...era, plannedAtBlock: 1, startBlock: 2 })).toBe('ACTIVE');
  expect(eraPhase({ ...era, plannedAtBlock: 1, startBlock: 2, endBlock: 3 })).toBe('ENDED');
  expect(eraPhase({ ...era, plannedAtBlock: 1, startBlock: 2, endBlock: 3, prunedAtBlock: 4 })).toBe('PRUNED');
});
