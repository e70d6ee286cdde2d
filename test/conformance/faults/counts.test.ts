import { describe, expect, it } from 'vitest';
import { countsLine, type FaultCounts, noFaults, notSeen } from './counts';
import { ANSWER_FAULTS, faultPlan } from './plan';

const plan = faultPlan(1, 300);
const seen = (): FaultCounts => ({
  forks: 8,
  deepest: 5,
  cascades: 1,
  rewinds: 4,
  crashes: { indexer: 1, chain: 1, postgres: 1 },
  restarts: { indexer: 3, chain: 1, postgres: 1 },
  answers: Object.fromEntries(ANSWER_FAULTS.map((name) => [name, 2])) as FaultCounts['answers'],
});

describe('a run', () => {
  it('that saw everything lacks nothing', () => expect(notSeen(plan, seen())).toEqual([]));

  it('that saw nothing lacks everything, each named once', () => {
    const lacking = notSeen(plan, noFaults());
    expect([...lacking].sort()).toEqual(
      [
        ...ANSWER_FAULTS,
        ...['indexer', 'chain', 'postgres'].flatMap((part) => [`end of the ${part}`, `restart of the ${part}`]),
        'fork',
        'cascade of forks',
        'rewind',
      ].sort(),
    );
  });

  it.each(ANSWER_FAULTS)('lacks %s when it alone never struck', (name) => {
    const counts = seen();
    counts.answers[name] = 0;
    expect(notSeen(plan, counts)).toEqual([name]);
  });

  it('lacks a restart that nobody made', () => {
    const counts = seen();
    counts.restarts.postgres = 0;
    expect(notSeen(plan, counts)).toEqual(['restart of the postgres']);
  });

  it('says its counts in one line', () => {
    expect(countsLine(seen())).toMatch(/^8 forks \(deepest 5, cascades 1\), 4 rewinds; .*indexer 3.*truncate 2/);
    expect(countsLine(seen())).not.toContain('\n');
  });
});
