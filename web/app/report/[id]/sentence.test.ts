import { expect, it } from 'vitest';
import { sentenceOf } from './sentence';

const profile = { slotBlocks: 600, blockTimeMs: 6000, sweepOffset: 500 };
const base = { slot: 1200, punished: null, error: null, errorText: null };
const of = (more: Partial<Parameters<typeof sentenceOf>[0]>) =>
  sentenceOf({ ...base, status: 'REPORTED', ...more }, profile);

it('every outcome of a report has a sentence of its own', () => {
  const all = [
    of({}),
    of({ punished: false }),
    of({ punished: true }),
    of({ status: 'DUPLICATE' }),
    of({ status: 'REJECTED', error: 'swork.X', errorText: 'It was wrong.' }),
    of({ status: 'MISSED', punished: true }),
    of({ status: 'MISSED', punished: false }),
    of({ status: 'EXEMPT' }),
  ];
  expect(new Set(all).size).toBe(all.length);
  for (const sentence of all) expect(sentence).toMatch(/^[A-Z].*\.$/s);
});

it('says from when on an open slot is judged, and why a report was refused', () => {
  expect(of({})).toContain('2,300');
  expect(of({ status: 'REJECTED', errorText: 'It was wrong.' })).toContain('It was wrong.');
});
