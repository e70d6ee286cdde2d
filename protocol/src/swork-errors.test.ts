import { describe, expect, it } from 'vitest';
import { errorAdvice, errorSentence } from './errors';
import { SWORK_ERRORS, sworkError, sworkErrorsOf } from './swork-errors';

const SPECS = Array.from({ length: 25 }, (_, i) => i + 1);
const names = (spec: number) => sworkErrorsOf(spec).map(({ name }) => name);

describe('errors of pallet swork', () => {
  it('each say in plain words what happened and what to do', () => {
    for (const { name, sentence, advice } of SWORK_ERRORS) {
      expect(errorSentence(`Swork.${name}`), name).toBe(sentence);
      expect(errorAdvice(`swork.${name}`), name).toBe(advice);
      for (const text of [sentence, ...advice.split(/(?<=\.) /)]) expect(text, name).toMatch(/^[A-Z][^.!?]*\.$/);
    }
  });

  it('keep their places through all specs; new ones stand at the end', () => {
    for (const spec of SPECS.slice(1)) {
      const [before, now] = [names(spec - 1), names(spec)];
      expect(now.length).toBeGreaterThanOrEqual(before.length);
      const moved = before.filter((name, i) => now[i] !== name);
      expect(moved, `spec ${spec}`).toEqual(spec === 3 ? ['IllegalUsed'] : []);
    }
  });

  it('a report can end with eight of them, in every spec', () => {
    for (const spec of SPECS) {
      expect(sworkErrorsOf(spec).filter(({ refusesReports }) => refusesReports)).toHaveLength(8);
    }
  });

  it('give no advice where nothing is known', () => {
    for (const error of [
      '',
      'Swork',
      'Swork.',
      'Swork.constructor',
      'Market.FileTooLarge',
      'BadOrigin',
      '__proto__.x',
    ]) {
      expect(errorAdvice(error), error).toBeNull();
    }
    expect(sworkError('toString')).toBeNull();
  });
});
