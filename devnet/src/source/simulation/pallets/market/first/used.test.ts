import { DEVNET_PROFILE } from '@moho/protocol/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hex } from '../../../../../codec/scale';
import { createChain } from '../../../chain';
import { crustEconomy } from '../../../economy/index';
import { signed } from '../../../framework/dispatch';
import { signer } from '../../../framework/keys';
import { firstStorage, type TrashBin } from './storage';

const SEED = 9;
const client = signed(signer(`${SEED}/client 0`).account);
const cid: Hex = `0x${Buffer.from('QmGone').toString('hex')}`;
const [one, other]: [Hex, Hex] = ['0xaa', '0xbb'];
const bytes = fc.oneof(fc.bigInt(0n, 3n), fc.bigInt(0n, 2n ** 40n));

test('a file that is ordered again leaves the trash, whatever its books say, by unguarded sums', () => {
  fc.assert(
    fc.property(bytes, bytes, bytes, fc.bigInt(0n, 2n), fc.nat(1), (usedSize, ofOne, ofOther, size, which) => {
      const { genesis } = crustEconomy(SEED, DEVNET_PROFILE.slotBlocks);
      const chain = createChain({
        seed: SEED,
        profile: DEVNET_PROFILE,
        genesisTimeMs: 0,
        specVersion: 1,
        transactionVersion: 1,
        economy: { genesis, block: () => [] },
      });
      const { trash } = firstStorage(chain.runtime);
      const bin = trash[which] as TrashBin;
      const groups = new Map([
        [one, true],
        [other, false],
      ]);
      bin.files.set(cid, { usedSize, reportedGroupCount: 1, groups });
      bin.usedBy.set(one, ofOne);
      bin.usedBy.set(other, ofOther);
      bin.size.set(size);
      chain.produce();
      const order = { cid, reportedFileSize: 5n, tips: 0n, memo: '0x' } as const;
      expect(chain.runtime.dispatch(chain.runtime.pallets.market.calls.placeStorageOrder(order), client).ok).toBe(true);
      chain.produce();

      const after = firstStorage(chain.runtime).trash[which] as TrashBin;
      expect(after.files.has(cid)).toBe(false);
      const left = new BigUint64Array([ofOne - usedSize, ofOther - usedSize]);
      expect([after.usedBy.get(one), after.usedBy.get(other)]).toEqual([...left]);
      expect(after.size.get()).toBe((size + 2n ** 128n - 1n) % 2n ** 128n);
    }),
    { numRuns: 12 },
  );
});
