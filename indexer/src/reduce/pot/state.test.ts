import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockFacts } from '../../decode/facts';
import { STORAGE_POT } from '../market/pots';
import { freeBalance, potValueKeys, STORAGE_POT_KEY } from './state';

const le = (value: bigint, bytes: number): string =>
  Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex')
    .reverse()
    .toString('hex');

describe('the free balance of an account', () => {
  it('is read behind one, two or three reference counts', () => {
    const u128 = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });
    fc.assert(
      fc.property(u128, u128, fc.constantFrom(2, 3, 4), (free, reserved, counts) => {
        const head = le(7n, 4).repeat(counts);
        expect(freeBalance(`0x${head}${le(free, 16)}${le(reserved, 16)}${le(0n, 32)}`)).toBe(free);
      }),
    );
    expect(freeBalance(null)).toBe(0n);
    expect(() => freeBalance('0x00')).toThrow('not an account');
  });
});

describe('the pot is read', () => {
  const facts = (more: Partial<BlockFacts>): BlockFacts =>
    ({ spec: 25, events: [], extrinsics: [], ...more }) as unknown as BlockFacts;
  const event = (pallet: string, name: string, ...args: string[]) =>
    ({ events: [{ pallet, name, args }] }) as unknown as Partial<BlockFacts>;

  it('where an event names it, root may have written it, or everything is read', () => {
    const read = [STORAGE_POT_KEY];
    expect(potValueKeys(facts(event('balances', 'Transfer', 'a', STORAGE_POT)), false)).toEqual(read);
    expect(potValueKeys(facts(event('scheduler', 'Dispatched')), false)).toEqual(read);
    expect(potValueKeys(facts({ spec: 4, ...event('staking', 'Reward', 'a') }), false)).toEqual(read);
    expect(potValueKeys(facts({}), true)).toEqual(read);
  });

  it('in no other block', () => {
    expect(potValueKeys(facts(event('balances', 'Transfer', 'a', 'b')), false)).toEqual([]);
    expect(potValueKeys(facts(event('staking', 'Reward', 'a')), false)).toEqual([]);
  });
});
