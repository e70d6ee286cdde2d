import { expect, test } from 'vitest';
import { bench } from '../../../test-support/pallet-bench';
import type { Hex } from '../../source';

const hashOf = (block: number): Hex => `0x${block.toString(16).padStart(64, '0')}`;

test('a block still knows the oldest hash that is dropped at its end; the genesis stays', () => {
  const { system } = bench({}).pallets;
  const genesis = system.hashOf(0);
  for (const block of [1, 2]) system.blockHash.set(block, hashOf(block));
  const known = () => [0, 1, 2, 2401].map((block) => system.hashOf(block));
  system.open(2401, hashOf(2400), []);
  system.close([]);
  system.open(2402, hashOf(2401), []);
  expect(known()).toEqual([genesis, hashOf(1), hashOf(2), hashOf(2401)]);
  system.close([]);
  expect(known()).toEqual([genesis, hashOf(0), hashOf(2), hashOf(2401)]);
});
