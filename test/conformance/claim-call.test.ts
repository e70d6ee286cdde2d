import { claimCall, encodeAddress } from '@moho/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metadataOfSpec, palletsOfSpec, SPEC_VERSIONS } from '../../devnet/src/codec/metadata';
import { crustRegistry } from '../../devnet/src/codec/registry';

const seed = Math.floor(Math.random() * 0x7fff_ffff);
process.stdout.write(`claims are made with seed ${seed}\n`);

const account = fc.uint8Array({ minLength: 32, maxLength: 32 });
const era = fc.oneof(fc.constantFrom(0, 255, 256, 0xffff_ffff), fc.nat(0xffff_ffff));

describe.each(SPEC_VERSIONS)('the call data of a claim on spec %i', (spec) => {
  const { registry } = crustRegistry(metadataOfSpec(spec), spec);

  it('is decoded by polkadot.js to the validator and the era that went in', () => {
    fc.assert(
      fc.property(account, era, (stash, number) => {
        const hex = `0x${Buffer.from(stash).toString('hex')}` as const;
        const { callData } = claimCall(spec, encodeAddress(hex), number);
        const call = registry.createType('Call', callData);
        expect(`${call.section}.${call.method}`).toBe('staking.rewardStakers');
        expect(call.args.map((one) => one.toHex())).toEqual([hex, `0x${number.toString(16).padStart(8, '0')}`]);
        expect(call.toHex()).toBe(callData);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('begins with the places of pallet and call in the runtime', () => {
    const { palletIndex, callIndex } = claimCall(spec, encodeAddress(`0x${'11'.repeat(32)}`), 1);
    expect(palletsOfSpec(spec)[palletIndex]?.name).toBe('Staking');
    expect(palletsOfSpec(spec)[palletIndex]?.calls?.[callIndex]?.name).toBe('reward_stakers');
  });

  it('is refused for what is no era', () => {
    for (const wrong of [-1, 1.5, 2 ** 32])
      expect(() => claimCall(spec, encodeAddress(`0x${'11'.repeat(32)}`), wrong)).toThrow('an era is a u32');
  });
});
