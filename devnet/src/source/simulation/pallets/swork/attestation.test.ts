import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metadataOfSpec } from '../../../../codec/metadata';
import { crustRegistry } from '../../../../codec/registry';
import type { Hex } from '../../../../codec/scale';
import { type Attestation, attested } from './attestation';

const given = process.env.CRUST_RECORDINGS ?? '';
const file = [given, join(given, 'crust-spec1')]
  .map((folder) => join(folder, 'blocks.ndjson.gz'))
  .find((path) => given !== '' && existsSync(path));

/** The applications of a real chain that its runtime took. */
function accepted(path: string): Attestation[] {
  const { registry } = crustRegistry(metadataOfSpec(1), 1);
  const blocks = gunzipSync(readFileSync(path)).toString().trim().split('\n').slice(0, 100);
  return blocks
    .flatMap((line) => (JSON.parse(line) as { extrinsics: Hex[] }).extrinsics)
    .map((hex) => registry.createType('Extrinsic', hex).method)
    .filter(({ section, method }) => section === 'swork' && method === 'register')
    .map(({ args }) => {
      const [iasSig, iasCert, applier, isvBody, sig] = args.map((arg) => arg.toHex());
      if (!iasSig || !iasCert || !applier || !isvBody || !sig) throw new Error('register has five arguments');
      return { iasSig, iasCert, applier, isvBody, sig };
    });
}

describe.runIf(file !== undefined)('applications that a real runtime took', () => {
  it('name the enclave, and nobody any more when a single byte differs', () => {
    const shown = accepted(file ?? '');
    const good = shown.filter((one) => attested(one) !== undefined);
    expect(good.length).toBeGreaterThan(0);
    const [one] = good;
    if (one === undefined) return;
    const fields = ['iasSig', 'iasCert', 'applier', 'isvBody', 'sig'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.nat(), fc.integer({ min: 1, max: 127 }), (field, place, flip) => {
        const bytes = Buffer.from(one[field].slice(2), 'hex');
        const at = place % bytes.length;
        bytes[at] = (bytes[at] as number) ^ flip;
        expect(attested({ ...one, [field]: `0x${bytes.toString('hex')}` })).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
if (file === undefined) console.log('attestations: nothing to try (CRUST_RECORDINGS names no recording of spec 1)');

describe('applications that nobody vouches for', () => {
  it('are none, whatever their bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 80 }).map((b): Hex => `0x${Buffer.from(b).toString('hex')}`);
    fc.assert(
      fc.property(bytes, bytes, bytes, bytes, bytes, (iasSig, iasCert, applier, isvBody, sig) => {
        expect(attested({ iasSig, iasCert, applier, isvBody, sig })).toBeUndefined();
      }),
    );
  });
});
