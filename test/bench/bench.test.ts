import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../scripts/start/testing';
import { median } from './median';
import { readBenchOptions } from './options';
import { type Measured, printMeasured, ratiosOf, tooSlow } from './table';

describe('median', () => {
  it('has as many values above as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
  it('refuses nothing', () => expect(() => median([])).toThrow(/median of nothing/));
});

const measured = (ours: number[]): Measured => ({
  chain: 'seed 1',
  blocks: 1000,
  extrinsicsPerBlock: 12,
  eventsPerBlock: 40,
  blocksPerSecond: { ours, 'empty project': [100, 100, 100], 'bare loop': [200, 200, 200] },
  cpuMsPerBlock: { ours: [12], 'empty project': [10], 'bare loop': [] },
});

describe('the table', () => {
  it('has medians and ratios', () => {
    expect(ratiosOf(measured([80, 90, 300]))).toEqual({ ours: 90, empty: 100, bare: 200, ofEmpty: 0.9, ofBare: 0.45 });
    // a machine that slows down for a whole repeat moves no ratio
    const slowed = { ours: [90, 45, 9], 'empty project': [100, 50, 10], 'bare loop': [200, 100, 20] };
    expect(ratiosOf({ ...measured([]), blocksPerSecond: slowed })).toMatchObject({ ofEmpty: 0.9, ofBare: 0.45 });
    const lines: string[] = [];
    printMeasured([measured([80, 90, 300])], (line) => lines.push(line));
    expect(lines[2]).toMatch(/^seed 1 +1000 +12\.0 +40\.0 +90\.0 +100\.0 +200\.0 +0\.90 +0\.45$/);
    expect(lines[3]).toBe('  seed 1, ours: 80.0, 90.0, 300.0 blocks/s; 12.0 ms CPU a block');
    expect(lines[5]).toBe('  seed 1, bare loop: 200.0, 200.0, 200.0 blocks/s');
  });
  it('says where ours is too slow', () => {
    expect(tooSlow([measured([85, 85, 85])])).toEqual([]);
    expect(tooSlow([measured([84, 84, 200])])).toEqual(['seed 1: ours is 0.840 of an empty project, below 0.85']);
  });
});

describe('readBenchOptions', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
    for (const [name, lastBlock] of [
      ['long', 30],
      ['short', 10],
    ] as const) {
      mkdirSync(join(folder.path, name));
      writeFileSync(join(folder.path, name, 'chain.json'), JSON.stringify({ lastBlock }));
    }
  });
  afterEach(() => folder.remove());
  const names = (argv: string[], env = {}) => readBenchOptions(argv, env).chains.map((chain) => chain.name);

  it('measures a busy simulated chain, and the longest recording there is', () => {
    expect(names([])).toEqual(['seed 1, 12 transfers a block']);
    expect(names([], { CRUST_RECORDINGS: folder.path })).toEqual(['long', 'seed 1, 12 transfers a block']);
    expect(names(['--recording', folder.path, '--blocks', '0'])).toEqual(['long', 'short']);
  });

  it.each([
    [['--fast', '1'], /^Unknown option --fast/],
    [['--busy'], /^--busy needs a value/],
    [['--repeats', '0'], /^--repeats must be a whole number from 1/],
    [['--blocks', 'x'], /^--blocks must be a whole number/],
    [['--blocks', '0'], /^Nothing to measure/],
  ])('refuses %j', (argv, sentence) => expect(() => readBenchOptions(argv, {})).toThrow(sentence));

  it('refuses a CRUST_RECORDINGS that holds none', () =>
    expect(() => readBenchOptions([], { CRUST_RECORDINGS: '/nowhere' })).toThrow(/does not exist/));
});
