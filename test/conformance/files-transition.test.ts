import { isLegalTransition } from '@moho/devnet/source/simulation/pallets/swork/report';
import { sworkRules } from '@moho/devnet/source/simulation/pallets/swork/rules';
import { afterQuittingGroup, filesTransition } from '@moho/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const U64 = (1n << 64n) - 1n;
const size = fc.oneof(
  fc.bigInt({ min: 0n, max: 9n }),
  fc.bigInt({ min: U64 - 9n, max: U64 }),
  fc.bigInt({ min: 0n, max: U64 }),
);
const list = fc.array(size, { maxLength: 3 });
const root = fc.constantFrom('0x01' as const, '0x02' as const);

it('the explorer and the local chain’s pallet agree on every transition, at the bounds of u64 too', () => {
  fc.assert(
    fc.property(
      size,
      size,
      list,
      list,
      root,
      root,
      fc.boolean(),
      (old, reported, added, deleted, before, after, fitting) => {
        const call = {
          added: added.map((sizeBytes) => ({ cidHex: '0x', sizeBytes, validAt: 0n })),
          deleted: deleted.map((sizeBytes) => ({ cidHex: '0x', sizeBytes, validAt: 0n })),
          filesSizeBytes: reported,
          filesRoot: after,
        };
        const told = filesTransition({ filesSizeBytes: old, filesRoot: before }, call);
        const filesSizeBytes = fitting && told.expectedBytes !== null ? told.expectedBytes : reported;
        const { legal } = filesTransition({ filesSizeBytes: old, filesRoot: before }, { ...call, filesSizeBytes });
        expect(legal).toBe(
          isLegalTransition(
            { reportedFilesSize: old, reportedFilesRoot: before },
            {
              addedFiles: added.map((bytes) => ['0x', bytes, 0n]),
              deletedFiles: deleted.map((bytes) => ['0x', bytes, 0n]),
              reportedFilesSize: filesSizeBytes,
              reportedFilesRoot: after,
            },
          ),
        );
      },
    ),
  );
});

it('both forget the files of who quits a group from the same spec on', () => {
  const before = { filesSizeBytes: 7n, filesRoot: '0x07' };
  for (let spec = 1; spec <= 25; spec++) {
    expect(afterQuittingGroup(before, spec).filesSizeBytes === 0n, `spec ${spec}`).toBe(
      sworkRules(spec).quitForgetsFiles,
    );
  }
});
