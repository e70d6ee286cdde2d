import { expect, test } from 'vitest';
import { readiness } from './readiness';

const head = { height: 100, targetHeight: 120, chain: 'Crust', genesisHash: '0x01', processedAtMs: 0 };

test('ready means: blocks there, the right chain, and close enough to its head', () => {
  expect(readiness(null, 20, null)).toMatchObject({ ready: false, lagBlocks: null });
  expect(readiness(head, 20, null)).toMatchObject({ ready: true, lagBlocks: 20 });
  expect(readiness(head, 19, null)).toMatchObject({ ready: false, lagBlocks: 20 });
  expect(readiness({ ...head, targetHeight: null }, 20, null).ready).toBe(false);
  expect(readiness({ ...head, targetHeight: 90 }, 0, null)).toMatchObject({ ready: true, lagBlocks: 0 });
  expect(readiness(head, 20, '0x02')).toMatchObject({ ready: false });
  expect(readiness(head, 20, '0x01').ready).toBe(true);
});
