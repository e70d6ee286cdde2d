import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equivocationSlash } from './equivocation';
import { offlineSlash } from './im-online';
import { endSpan, newSpans, pruneSpans, type SlashingSpans, spanOfEra, spansOf } from './staking/spans';

describe('what an offence costs', () => {
  it('is nothing for a tenth of the validators and one, 7 % at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (validators, away) => {
        const offenders = Math.min(away, validators);
        const slash = offlineSlash(offenders, validators);
        expect(slash === 0n).toBe(offenders <= Math.floor(validators / 10) + 1);
        expect(slash).toBeLessThanOrEqual(70_000_000n);
      }),
    );
  });
  it('of two away among six is 3.5 %, as on the recorded chain', () => {
    expect(offlineSlash(2, 6)).toBe(35_000_000n);
  });
  it('of an equivocation grows with the square of the share, up to everything', () => {
    expect(equivocationSlash(1, 3)).toBe(1_000_000_000n);
    expect(equivocationSlash(1, 4)).toBe(562_500_000n);
    expect(equivocationSlash(1, 100)).toBe(900_000n);
  });
});

describe('slashing spans', () => {
  const history = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 });
  const after = (steps: readonly number[]) => {
    let spans: SlashingSpans = newSpans(0);
    let now = 0;
    for (const step of steps) {
      now += step;
      spans = endSpan(spans, now);
    }
    return { spans, now };
  };
  it('cover every era since the first exactly once', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { spans, now } = after(steps);
        for (let era = 0; era <= now + 2; era++) {
          const holding = spansOf(spans).filter(
            (s) => s.start <= era && (s.length === undefined || s.start + s.length > era),
          );
          expect(holding).toHaveLength(1);
          expect(spanOfEra(spans, era)).toEqual(holding[0]);
        }
      }),
    );
  });
  it('have indices without gaps; those that are forgotten ended before the window', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 100 }), (steps, window) => {
        const { spans } = after(steps);
        const before = spansOf(spans);
        before.forEach((span, i) => {
          expect(span.index).toBe(spans.spanIndex - i);
        });
        const pruned = pruneSpans(spans, window);
        for (const index of pruned.forgotten) {
          const span = before.find((s) => s.index === index);
          expect((span?.start ?? 0) + (span?.length ?? 0)).toBeLessThanOrEqual(window);
        }
        const left = spansOf(pruned.spans).map((s) => s.index);
        expect([...pruned.forgotten, ...left].sort((a, b) => a - b)).toEqual(before.map((s) => s.index).reverse());
      }),
    );
  });
});
