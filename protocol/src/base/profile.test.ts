import { describe, expect, it } from 'vitest';
import { CHAIN_PROFILES } from './profile';

describe('chain profiles', () => {
  for (const [name, profile] of Object.entries(CHAIN_PROFILES)) {
    it(`${name} keeps its offsets inside a slot, the stop last`, () => {
      expect(profile.name).toBe(name);
      for (const offset of [
        profile.sweepOffset,
        profile.sweepOffsetBefore23,
        profile.baseTickOffset,
        profile.feeTickOffset,
      ]) {
        expect(offset).toBeLessThan(profile.stopOffset);
      }
      expect(profile.stopOffset).toBeLessThan(profile.slotBlocks);
      expect(profile.historySlotDepth % profile.slotBlocks).toBe(0);
      expect(profile.sweepOffsetBefore23).toBeLessThan(profile.sweepOffset);
    });
  }
});
