import { DEVNET_PROFILE } from '@moho/protocol/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hex } from '../../../../codec/scale';
import { createChain } from '../../chain';
import { crustEconomy } from '../../economy/index';
import { signed } from '../../framework/dispatch';
import { signer } from '../../framework/keys';
import { spowerOf } from './spower';
import { POTS } from './storage';

const CRU = 1_000_000_000_000n;
const who = signer('9/client 0').account;
const owners = ['a1', 'a2', 'a3', 'a4', 'a5'].map((x) => `0x${x.repeat(32)}` as Hex);
const cid: Hex = `0x${Buffer.from('QmTest').toString('hex')}`;

/** A chain at block 1 with one client; nothing else moves. */
function market() {
  const economy = crustEconomy(9, 30);
  const chain = createChain({
    seed: 9,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 0,
    specVersion: 25,
    transactionVersion: 1,
    economy: { genesis: economy.genesis, block: () => [] },
    freeze: true,
  });
  chain.produce();
  const { pallets, dispatch } = chain.runtime;
  const superior = pallets.market.storage.spowerSuperior.get() as Hex;
  const order = (sizeBytes: bigint, tips = 0n) =>
    dispatch(
      pallets.market.calls.placeStorageOrder({ cid, reportedFileSize: sizeBytes, tips, memo: '0x' }),
      signed(who),
    );
  const change = (owner: Hex, size: bigint, isAdded: boolean) =>
    dispatch(
      pallets.market.calls.updateReplicas({
        fileInfosMap: [[cid, size, [[owner, owner, '0xaa', 0n, 1, 1, isAdded]]]],
        lastProcessedBlockWrs: 1,
      }),
      signed(superior),
    );
  return { chain, pallets, dispatch, order, change, file: () => pallets.market.storage.files.get(cid) };
}
const sizes = fc.bigInt(0n, 8_589_934_591n);

describe('orders', () => {
  it('split what is paid into three legs that lose nothing', () => {
    fc.assert(
      fc.property(sizes, fc.bigInt(0n, CRU), (size, tips) => {
        const { pallets, order, file } = market();
        const at = (pot: Hex) => pallets.balances.free(pot);
        const before = [who, ...Object.values(POTS)].map(at);
        expect(order(size, tips).ok).toBe(true);
        const after = [who, ...Object.values(POTS)].map(at);
        const paid = (before[0] as bigint) - (after[0] as bigint);
        const received = after.slice(1).reduce((s, x) => s + x, 0n) - before.slice(1).reduce((s, x) => s + x, 0n);
        expect(paid).toBe(received);
        expect(file()?.amount).toBe(at(POTS.storage) - (before[2] as bigint));
        expect(file()?.expiredAt).toBe(0);
      }),
      { numRuns: 15 },
    );
  });

  it('with tips beyond all bounds cost what is left over them', () => {
    const { pallets, order, file } = market();
    const before = pallets.balances.free(who);
    expect(order(5000n, 2n ** 128n - 1n).ok).toBe(true);
    const first = file()?.amount as bigint;
    expect(order(5000n).ok).toBe(true);
    const second = (file()?.amount as bigint) - first;
    expect(second - first).toBe(1n);
    expect(before - pallets.balances.free(who)).toBeGreaterThan(first + second);
    expect(order(5000n, 2n ** 127n)).toMatchObject({ ok: false, name: 'Market.InsufficientCurrency' });
  });

  it('refuse 8 GiB, and a smaller size than stored', () => {
    const { order } = market();
    expect(order(8_589_934_592n)).toMatchObject({ ok: false, name: 'Market.FileTooLarge' });
    expect(order(5000n).ok).toBe(true);
    expect(order(4999n)).toMatchObject({ ok: false, name: 'Market.FileSizeNotCorrect' });
  });
});

describe('replicas', () => {
  it('start the clock with the first, lower the size to what was found, and pay at most four owners', () => {
    const { pallets, order, change, file, dispatch } = market();
    for (const owner of owners) {
      pallets.balances.endow(owner, 100n * CRU);
      dispatch(pallets.benefits.calls.addBenefitFunds({ value: 50n * CRU, fundsType: 'MARKET' }), signed(owner));
    }
    order(5_000_000n, CRU);
    const full = file()?.amount ?? 0n;
    for (const owner of owners) change(owner, 4_000_000n, true);
    expect(file()).toMatchObject({ fileSize: 4_000_000n, reportedReplicaCount: 5, remainingPaidCount: 0 });
    expect(file()?.expiredAt).toBe(1 + DEVNET_PROFILE.fileDurationBlocks);
    const rewards = owners.map((o) => pallets.benefits.market.get(o).fileReward);
    expect(rewards.map((r) => r > 0n)).toEqual([true, true, true, true, false]);
    expect(rewards.reduce((s, r) => s + r, file()?.amount ?? 0n)).toBe(full);
    // each of the four gets 2.5 of 18 parts, to within the rounding of the four ratios
    for (const reward of rewards.slice(0, 4)) expect(Number((reward * 18_000n) / full)).toBeCloseTo(2500, -1);
  });

  it('of a file that turns out larger close it, its money going to the reserved pot', () => {
    const { pallets, order, change, file, chain } = market();
    order(1000n);
    const reserved = pallets.balances.free(POTS.reserved);
    const amount = file()?.amount ?? 0n;
    change(owners[0] as Hex, 1001n, true);
    expect(file()).toBeUndefined();
    expect(pallets.balances.free(POTS.reserved) - reserved).toBe(amount);
    expect(chain.runtime.events.records.some((e) => e.name === 'IllegalFileClosed')).toBe(true);
  });

  it('that go leave the clock running', () => {
    const { order, change, file } = market();
    order(1000n);
    change(owners[0] as Hex, 1000n, true);
    change(owners[0] as Hex, 1000n, false);
    expect(file()).toMatchObject({ reportedReplicaCount: 0, expiredAt: 1 + DEVNET_PROFILE.fileDurationBlocks });
    expect(file()?.replicas.size).toBe(0);
  });
});

describe('spowerOf', () => {
  it('never falls with more replicas or more bytes, and is at most 200 times the size', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.nat(300), fc.nat(300), (a, b, m, n) => {
        const [small, large, few, many] = [a < b ? a : b, a < b ? b : a, Math.min(m, n), Math.max(m, n)];
        expect(spowerOf(small, few)).toBeLessThanOrEqual(spowerOf(large, many));
        expect(spowerOf(large, many)).toBeLessThanOrEqual(large * 200n);
      }),
    );
    expect([0, 1, 8, 9, 158, 300].map((n) => spowerOf(1005n, n))).toEqual([
      1005n,
      1105n,
      1105n,
      2010n,
      201_000n,
      201_000n,
    ]);
  });
});
