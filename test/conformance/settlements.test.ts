import { DEVNET_PROFILE } from '@moho/protocol/base';
import { beforeAll, describe, expect, it } from 'vitest';
import { chainWithStranger, settleTwin, type TwinBlock } from './settle-twins';

/** Files end after 900 blocks. */
const BLOCKS = DEVNET_PROFILE.fileDurationBlocks + 150;
/** Then nobody does anything, so that files lie about for long: up to spec 16 settling pays only 75 blocks after the end. */
const QUIET_BLOCKS = 140;
const FIRST = DEVNET_PROFILE.fileDurationBlocks + 20;
const EVERY = 23;
const seed = Number(process.env.SIMULATION_SEED ?? 1 + Math.floor(Math.random() * 10_000));

/** Twins of many heights of one chain: every expired file of that height, and as many others. */
const played = (spec: number): TwinBlock[] => {
  const chain = chainWithStranger(seed, spec);
  const found: TwinBlock[] = [];
  for (let block = 1; block <= BLOCKS + QUIET_BLOCKS; block += 1) {
    if (block <= BLOCKS) chain.produce();
    else chain.produceBranch('quiet', []);
    if (block >= FIRST && block % EVERY === 0) found.push(settleTwin(chain));
  }
  return found;
};

// the slice for `npm test`: the newest rules and one generation of the older ones, chosen by the seed
const OLDER = [1, 4, 17, 22] as const;
const specs = process.env.ALL_SPECS ? [...OLDER, 25] : [OLDER[seed % OLDER.length] as number, 25];

describe.each(specs)(`a settlement told before it is made (SIMULATION_SEED=${seed}, spec %i)`, (spec) => {
  let blocks: TwinBlock[] = [];
  let twins: TwinBlock['twins'] = [];
  beforeAll(() => {
    blocks = played(spec);
    twins = blocks.flatMap((one) => one.twins);
  });

  it('pays its caller what was told, to the pico', () => {
    expect(twins.length).toBeGreaterThan(50);
    for (const { cid, told, received } of twins) expect([cid, received]).toEqual([cid, told.callerGain]);
    expect(twins.some(({ received }) => received > 0n)).toBe(true);
  });

  it('is the call whose bytes were told', () => {
    expect(twins.filter(({ callDataFits }) => !callDataFits).map(({ cid }) => cid)).toEqual([]);
  });

  it('costs its caller the fee that was told', () => {
    for (const { cid, feeTold, feeAnnounced, treasuryPart } of twins) {
      expect([cid, feeTold]).toEqual([cid, feeAnnounced]);
      expect([cid, treasuryPart]).toEqual([cid, (feeTold * 80n) / 100n]);
    }
    for (const { block, twins: of, balanceChange } of blocks) {
      const told = of.reduce((total, one) => total + one.told.callerGain - one.feeTold, 0n);
      expect([block, balanceChange]).toEqual([block, told]);
    }
  });

  it('renews, closes, notes or refuses as was told', () => {
    for (const { cid, told, renewed, refused, after, toReserved } of twins) {
      const { outcome, prepaidAfter, expiredAtAfter, renewal } = told;
      expect([cid, outcome === 'REFUSED', outcome === 'RENEWED']).toEqual([cid, refused, renewed]);
      expect([cid, after?.expiredAt ?? null]).toEqual([cid, expiredAtAfter]);
      if (after !== null) expect([cid, after.prepaid]).toEqual([cid, prepaidAfter]);
      else if (spec >= 17) expect([cid, toReserved]).toEqual([cid, prepaidAfter]);
      if (outcome === 'RENEWED') expect([cid, toReserved]).toEqual([cid, renewal?.legs.reserved]);
    }
    expect(new Set(twins.map(({ told }) => told.outcome)).size).toBeGreaterThanOrEqual(2);
  });
});
