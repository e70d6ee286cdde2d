import { DEVNET_PROFILE } from '@moho/protocol/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storagePrefix } from '../../../../codec/hash';
import { bytes, type Hex } from '../../../../codec/scale';
import { createChain } from '../../chain';
import { crustEconomy } from '../../economy/index';
import { signed } from '../../framework/dispatch';
import { signer } from '../../framework/keys';
import { twox64Concat } from '../../framework/storage';

const SEED = 9;
const client = signed(signer(`${SEED}/client 0`).account);
const cid: Hex = `0x${Buffer.from('QmOld').toString('hex')}`;
const rowKey: Hex = `${storagePrefix('Market', 'Files')}${twox64Concat(bytes).hash(cid)}`;

/** A chain of spec 1, at block 1, on which nothing moves. */
function firstChain() {
  const { genesis } = crustEconomy(SEED, DEVNET_PROFILE.slotBlocks);
  const chain = createChain({
    seed: SEED,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 0,
    specVersion: 1,
    transactionVersion: 1,
    economy: { genesis, block: () => [] },
  });
  chain.produce();
  const order = (sizeBytes: bigint, tips: bigint) => {
    const { calls } = chain.runtime.pallets.market;
    return chain.runtime.dispatch(
      calls.placeStorageOrder({ cid, reportedFileSize: sizeBytes, tips, memo: '0x' }),
      client,
    );
  };
  return { chain, order };
}

test('a file of the first market is read on by the next: its size, and blocks where its amount stood', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 2n ** 34n), fc.bigInt(0n, 2n ** 42n), (size, tips) => {
      const { chain, order } = firstChain();
      expect(order(size, tips).ok).toBe(true);
      const now = BigInt(chain.head());
      chain.produce([], 4);
      const row = Buffer.from((chain.history.get(rowKey, chain.head()) ?? '0x').slice(2), 'hex');

      const { market } = chain.runtime.pallets;
      expect(market.storage.listed.get(cid)).toEqual({
        fileSize: size,
        // no expiry yet, and the block of the order above it
        spower: now << 32n,
        expiredAt: row.readUInt32LE(16),
        calculatedAt: row.readUInt32LE(20),
        amount: 0n,
        prepaid: 0n,
        reportedReplicaCount: 0,
        replicas: [],
      });
      expect(row.readUInt32LE(16)).toBeGreaterThan(0);

      // so that it is no new file for who orders it again
      market.storage.enableMarket.set(true);
      expect(order(size - 1n, 0n)).toMatchObject({ ok: false, name: 'Market.FileSizeNotCorrect' });
      expect(order(size, 0n).ok).toBe(true);
      expect(market.storage.keysCount.get()).toBe(0);
      expect(market.storage.listed.get(cid)).toMatchObject({ fileSize: size, expiredAt: 0, spower: 0n });
    }),
    { numRuns: 12 },
  );
});
