import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hex } from '../../../../codec/scale';
import type { ReportedFile } from './enclave';
import { isLegalTransition } from './report';

const U64_MAX = 2n ** 64n - 1n;
const size = fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(U64_MAX - 9n, U64_MAX), fc.bigInt(0n, U64_MAX));
const files = fc.array(
  size.map((bytes): ReportedFile => ['0x', bytes, 0n]),
  { maxLength: 3 },
);
const root = fc.constantFrom<Hex>('0x', '0x01');

/** A sum as a 64-bit machine makes it that does not look at the carry. */
function machineSum(list: readonly ReportedFile[]): bigint {
  const sum = new BigUint64Array(1);
  for (const [, bytes] of list) sum[0] = (sum[0] as bigint) + bytes;
  return sum[0] as bigint;
}
const saturated = (value: bigint) => (value < 0n ? 0n : value > U64_MAX ? U64_MAX : value);

test('files change legally by the sums of a 64-bit machine, which nothing guards against their end', () => {
  fc.assert(
    fc.property(size, files, files, size, root, root, (before, added, deleted, claimed, rootBefore, rootAfter) => {
      const report = (reportedFilesSize: bigint) =>
        isLegalTransition(
          { reportedFilesSize: before, reportedFilesRoot: rootBefore },
          { addedFiles: added, deletedFiles: deleted, reportedFilesSize, reportedFilesRoot: rootAfter },
        );
      const [plus, minus] = [machineSum(added), machineSum(deleted)];
      if (plus === 0n && minus === 0n) expect(report(claimed)).toBe(rootBefore === rootAfter);
      else {
        const right = saturated(saturated(before + plus) - minus);
        expect(report(right)).toBe(true);
        expect(report(claimed)).toBe(claimed === right);
      }
    }),
    { numRuns: 500 },
  );
});
