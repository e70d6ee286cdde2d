import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Settled, settledCredits } from './settled';

const OWNERS = ['a', 'b', 'c', 'd', 'e'];

/** Files of different prices, each having paid some of its owners once. */
const settlements = fc
  .array(fc.tuple(fc.subarray(OWNERS, { minLength: 1, maxLength: 4 }), fc.bigInt({ min: 1n, max: 1n << 50n })), {
    maxLength: 5,
  })
  .chain((files) =>
    fc.tuple(...files.map(([owners, pay]) => fc.subarray(owners).map((paid) => ({ owners, paid, pay })))),
  );

describe('settlements before spec 17', () => {
  it('credit each owner what its pending reward grew by, out of files it holds, and no file more than it paid', () => {
    fc.assert(
      fc.property(settlements, (files) => {
        const growths = new Map<string, bigint>();
        for (const { paid, pay } of files)
          for (const owner of paid) growths.set(owner, (growths.get(owner) ?? 0n) + pay);
        const settled = files.map(
          ({ owners, paid, pay }, i): Settled => ({
            cidHex: `0x0${i}`,
            total: pay * BigInt(paid.length),
            pay,
            owners: new Set(owners),
            isIllegal: false,
          }),
        );
        const credits = settledCredits(growths, settled);
        const told = new Map<string, bigint>();
        for (const { owner, amount } of credits) told.set(owner, (told.get(owner) ?? 0n) + amount);
        expect(told).toEqual(growths);
        for (const { cidHex, total, owners } of settled) {
          const of = credits.filter((credit) => credit.cidHex === cidHex);
          expect(of.every(({ owner }) => owners?.has(owner))).toBe(true);
          expect(of.reduce((sum, { amount }) => sum + amount, 0n)).toBeLessThanOrEqual(total);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('take the ledger at its word where one file alone can have paid', () => {
    const file = { cidHex: '0x01', total: 10n, pay: 3n, owners: null, isIllegal: true };
    expect(settledCredits(new Map([['a', 10n]]), [file])).toMatchObject([{ owner: 'a', amount: 10n, isIllegal: true }]);
  });

  it('tell nothing of an owner whose reward did not grow', () => {
    const file = { cidHex: '0x01', total: 10n, pay: 10n, owners: null, isIllegal: false };
    expect(settledCredits(new Map([['a', 0n]]), [file])).toEqual([]);
    expect(settledCredits(new Map([['a', -5n]]), [file])).toEqual([]);
  });
});
