import { sworkErrorsOf } from '@moho/protocol';
import { describe, expect, it } from 'vitest';
import { palletsOfSpec, SPEC_VERSIONS } from '../../devnet/src/codec/metadata';

/** The local chain's metadata is compared with the real runtimes' where a recording holds it. */
describe.each(SPEC_VERSIONS)('errors of pallet swork in spec %i', (spec) => {
  const pallets = palletsOfSpec(spec);
  const index = pallets.findIndex(({ name }) => name === 'Swork');

  it('are all explained, each at its place', () => {
    expect(sworkErrorsOf(spec).map(({ name }) => name)).toEqual(pallets[index]?.errors);
  });

  it('belong to the pallet at its place', () => {
    expect(index).toBe(spec < 15 ? 19 : 25);
  });
});
