import { DEVNET_PROFILE } from '@moho/protocol/base';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PoolFate } from '../source';
import { createChain } from './chain';
import { type SignedExtrinsic, signExtrinsic } from './framework/extrinsic';
import { rngOf } from './framework/rng';
import { createPool, type PoolLimits } from './pool';
import { inOrder } from './pool-queue';
import { smallEconomy } from './small-economy';

beforeAll(() => cryptoWaitReady());

const economy = smallEconomy(7);
const [ann, bob, cleo] = economy.people;
if (ann === undefined || bob === undefined || cleo === undefined) throw new Error('three people are wanted');
type Person = typeof ann;

/** A chain that waits, and a pool before it with these limits; what it says of each extrinsic, by its name. */
function poolOf(limits: PoolLimits) {
  const chain = createChain({
    seed: 7,
    profile: { ...DEVNET_PROFILE, sessionBlocks: 6_000 },
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    economy: { ...smallEconomy(7), block: () => [] },
  });
  const pool = createPool(chain, limits);
  const names = new Map<string, string>();
  const fates: string[] = [];
  pool.onFate((encoded, fate: PoolFate) => {
    fates.push(`${names.get(encoded)} ${typeof fate === 'string' ? fate : 'usurped'}`);
  });
  const sent = (name: string, who: Person, nonce: number, tip: bigint, remark = '0x'): SignedExtrinsic => {
    const call = chain.runtime.pallets.system.calls.remark({ remark: remark as `0x${string}` });
    // tips of equal length: a longer extrinsic has a lower priority
    const made = signExtrinsic(chain.signing, who, call, nonce, tip * 1_000_000n);
    names.set(made.encoded, name);
    return made;
  };
  const submit = (...args: Parameters<typeof sent>) => {
    const result = pool.submit(sent(...args).encoded);
    return result.ok ? 'taken' : result.code;
  };
  const ready = () => pool.ready().map(({ encoded }) => names.get(encoded));
  return { chain, pool, submit, fates, ready };
}

const many = { count: 100, bytes: 1_000_000 };

describe('a full pool', () => {
  test('drops the lowest priority, and with it what the same account sent after it', () => {
    const { submit, fates, ready } = poolOf({ ready: { count: 3, bytes: 1_000_000 }, future: many });
    expect(submit('ann 0', ann, 0, 10n)).toBe('taken');
    expect(submit('ann 1', ann, 1, 900n)).toBe('taken');
    expect(submit('bob 0', bob, 0, 50n)).toBe('taken');
    expect(submit('cleo 0', cleo, 0, 20n)).toBe('taken');
    expect(fates.slice(-3)).toEqual(['ann 0 dropped', 'ann 1 dropped', 'cleo 0 ready']);
    expect(ready()).toEqual(['bob 0', 'cleo 0']);
    // what was dropped is not heard again for a while
    expect(submit('ann 0', ann, 0, 10n)).toBe(1012);
    expect(submit('ann 0, dearer', ann, 0, 60n)).toBe('taken');
  });

  test('refuses what would be dropped at once; of equal ones the newest goes', () => {
    const { submit, fates, ready } = poolOf({ ready: { count: 2, bytes: 1_000_000 }, future: many });
    expect([submit('ann 0', ann, 0, 5n), submit('bob 0', bob, 0, 5n)]).toEqual(['taken', 'taken']);
    expect(submit('cleo 0', cleo, 0, 5n)).toBe(1016);
    expect(fates.filter((fate) => fate.startsWith('cleo'))).toEqual([]);
    expect(ready()).toEqual(['ann 0', 'bob 0']);
  });

  test('counts bytes, too', () => {
    const { submit, fates } = poolOf({ ready: { count: 100, bytes: 1_000 }, future: many });
    expect(submit('ann 0', ann, 0, 1n, `0x${'00'.repeat(600)}`)).toBe('taken');
    expect(submit('bob 0', bob, 0, 900n, `0x${'00'.repeat(600)}`)).toBe('taken');
    expect(fates).toContain('ann 0 dropped');
  });

  test('lets so many of the future wait and drops the oldest', () => {
    const { submit, fates, ready } = poolOf({ ready: many, future: { count: 2, bytes: 1_000_000 } });
    for (const nonce of [5, 6, 7]) expect(submit(`ann ${nonce}`, ann, nonce, BigInt(nonce))).toBe('taken');
    expect(fates).toEqual(['ann 5 future', 'ann 6 future', 'ann 5 dropped', 'ann 7 future']);
    expect(ready()).toEqual([]);
  });
});

test('a block takes the best next one of all accounts, again and again', () => {
  const rng = rngOf('order');
  for (let round = 0; round < 200; round += 1) {
    const lines = Array.from({ length: 4 }, (_, i) =>
      Array.from({ length: rng.below(4) }, (_, nonce) => ({ signer: `0x${i}`, nonce, tip: BigInt(rng.below(5)) })),
    );
    const waiting = lines.flat() as unknown as SignedExtrinsic[];
    const slow: SignedExtrinsic[] = [];
    const left = lines.map((line) => [...line]) as unknown as SignedExtrinsic[][];
    while (left.some((line) => line.length > 0)) {
      const heads = left.filter((line) => line.length > 0);
      const best = heads.reduce((a, b) => ((b[0]?.tip ?? 0n) > (a[0]?.tip ?? 0n) ? b : a));
      slow.push(best.shift() as SignedExtrinsic);
    }
    expect(inOrder(waiting, ({ tip }) => tip)).toEqual(slow);
  }
});
