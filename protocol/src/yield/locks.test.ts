import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAINNET_PROFILE } from '../base/profile';
import { eraPlannedMs } from './era-clock';
import { bondParts } from './locks';

const pico = fc.bigInt({ min: 0n, max: 2n ** 80n });
const era = fc.nat(3000);
const facts = fc.record({
  active: pico,
  guaranteed: pico,
  unlocking: fc.array(fc.record({ value: pico, era }), { maxLength: 32 }),
  currentEra: era,
});

describe('bondParts', () => {
  it('leaves nothing of the bond out and counts nothing twice', () => {
    fc.assert(
      fc.property(facts, (bond) => {
        const parts = bondParts(bond);
        const unlocking = bond.unlocking.reduce((sum, { value }) => sum + value, 0n);
        expect(parts.withdrawable + parts.waiting).toBe(unlocking);
        expect(parts.idle + parts.guaranteed - parts.uncovered).toBe(bond.active);
        expect(parts.idle === 0n || parts.uncovered === 0n).toBe(true);
        expect(parts.unlocking.map(({ era: at }) => at)).toEqual(
          bond.unlocking.map(({ era: at }) => at).sort((a, b) => a - b),
        );
      }),
    );
  });

  it('frees everything in time, and takes nothing back', () => {
    fc.assert(
      fc.property(facts, fc.nat(200), (bond, later) => {
        const [now, then] = [bond, { ...bond, currentEra: bond.currentEra + later }].map(bondParts);
        expect((then?.withdrawable ?? 0n) >= (now?.withdrawable ?? 0n)).toBe(true);
        const last = Math.max(0, ...bond.unlocking.map(({ era: at }) => at));
        expect(bondParts({ ...bond, currentEra: last }).waiting).toBe(0n);
      }),
    );
  });
});

describe('eraPlannedMs', () => {
  it('is a session before the era becomes active on a chain that keeps its pace', () => {
    const eraMs = 6 * 600 * 6000;
    fc.assert(
      fc.property(era, fc.nat(200), (number, ahead) => {
        const active = { era: number, startMs: 1e12 };
        expect(eraPlannedMs(number + ahead, active, MAINNET_PROFILE)).toBe(1e12 + ahead * eraMs - 600 * 6000);
      }),
    );
  });
});
