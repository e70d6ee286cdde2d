import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCENARIOS } from '@moho/devnet/source/simulation/economy/scenarios/index';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../scripts/start/testing';
import { UserError } from '../../scripts/start/user-error';
import { DEFAULT_BLOCKS, DEFAULT_FAULT_BLOCKS, GENERATIONS } from './given-chains';
import { DEFAULT_HEIGHTS } from './heights';
import { SEED_MILESTONES } from './milestones';
import { readVerifyOptions } from './options';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  for (const name of ['a', 'b']) {
    mkdirSync(join(folder.path, name));
    writeFileSync(join(folder.path, name, 'chain.json'), '{}');
  }
  mkdirSync(join(folder.path, 'empty'));
});
afterEach(() => folder.remove());

const names = (...argv: string[]) => readVerifyOptions(argv, {}).chains.map((chain) => chain.name);

describe('readVerifyOptions', () => {
  it('takes recordings one by one, or a folder that holds several', () => {
    expect(names('--recording', join(folder.path, 'b'))).toEqual(['b']);
    expect(names('--recording', folder.path)).toEqual(['a', 'b']);
    expect(names('--recording', join(folder.path, 'b'), `--recording=${join(folder.path, 'a')}`)).toEqual(['b', 'a']);
  });

  it('takes the same recording once, and tells two of one name apart', () => {
    mkdirSync(join(folder.path, 'empty', 'a'));
    writeFileSync(join(folder.path, 'empty', 'a', 'chain.json'), '{}');
    const [a, other] = [join(folder.path, 'a'), join(folder.path, 'empty', 'a')];
    expect(names('--recording', a, '--recording', a)).toEqual(['a']);
    expect(names('--recording', a, '--recording', other)).toEqual(['a', 'a (2)']);
  });

  it('takes seeds, alone or with recordings', () => {
    const { chains } = readVerifyOptions(['--seeds', '3-5', '--blocks', '50'], {});
    expect(chains.map((chain) => chain.kind === 'simulation' && [chain.seed, chain.blocks])).toEqual([
      [3, 50],
      [4, 50],
      [5, 50],
    ]);
    expect(names('--seeds', '7', '--recording', folder.path)).toEqual(['a', 'b', 'seed 7']);
    expect(readVerifyOptions(['--seeds=1'], {}).chains[0]).toMatchObject({ blocks: DEFAULT_BLOCKS });
    expect(DEFAULT_BLOCKS).toBeGreaterThanOrEqual(2000);
  });

  it('takes sweeps of several blocks on simulated chains', () => {
    const { chains } = readVerifyOptions(['--scenario', 're-register', '--sweep-batch', '2'], {});
    expect(chains).toMatchObject([{ name: 're-register, sweeps of 2', sweepBatch: 2 }]);
    expect(() => names('--scenario', 're-register', '--sweep-batch', '0')).toThrow(/from 1 to 500/);
    expect(() => names('--recording', folder.path, '--sweep-batch', '2')).toThrow(/simulated chains/);
  });

  it('takes fault seeds, alone or with others; they have a length of their own', () => {
    const { chains } = readVerifyOptions(['--fault-seeds', '4-5', '--seeds', '9'], {});
    expect(chains).toMatchObject([
      {
        kind: 'simulation',
        name: 'seed 9',
        seed: 9,
        blocks: DEFAULT_BLOCKS,
        mustReach: SEED_MILESTONES.map(({ name }) => name),
      },
      { kind: 'faults', name: 'fault seed 4', seed: 4, blocks: DEFAULT_FAULT_BLOCKS },
      { kind: 'faults', name: 'fault seed 5', seed: 5, blocks: DEFAULT_FAULT_BLOCKS },
    ]);
    expect(readVerifyOptions(['--fault-seeds=3', '--blocks=500'], {}).chains[0]).toMatchObject({ blocks: 500 });
  });

  it('plays on every seed what each milestone needs, first what must outlive a paid period', () => {
    const [chain] = readVerifyOptions(['--seeds', '1'], {}).chains;
    const scenarios = (chain?.kind === 'simulation' && chain.played?.scenarios) || [];
    expect(scenarios).toEqual(expect.arrayContaining(SEED_MILESTONES.map(({ scenario }) => scenario)));
    expect(new Set(scenarios).size).toBe(scenarios.length);
    expect(scenarios[0]).toBe('expiry');
    expect(scenarios.at(-1)).toBe('replica-cap');
  });

  it('takes scenarios, each on a chain of its own that is long enough for it', () => {
    const { chains } = readVerifyOptions(['--scenario', 'slash,expiry,slash', '--seeds', '2'], {});
    expect(chains.map(({ name }) => name)).toEqual(['seed 2', 'slash', 'expiry']);
    for (const { name, blocks } of SCENARIOS) {
      const [chain] = readVerifyOptions(['--scenario', name], {}).chains;
      expect(chain).toMatchObject({ kind: 'simulation', played: { people: 'few', scenarios: [name] } });
      expect(chain?.kind === 'simulation' && chain.blocks > blocks).toBe(true);
    }
    expect(names('--scenario', 'all')).toEqual(SCENARIOS.map(({ name }) => name));
  });

  it('takes generations, each on a chain that begins with its runtime and goes through all newer ones', () => {
    expect(names('--generations', '17,4,17')).toEqual(['from spec 17', 'from spec 4']);
    const { chains } = readVerifyOptions(['--generations', 'all'], {});
    expect(chains.map((chain) => chain.kind === 'simulation' && chain.runtimes?.spec)).toEqual(GENERATIONS);
    for (const chain of chains) {
      if (chain.kind !== 'simulation' || !chain.runtimes) throw new Error('no chain of a generation');
      const { spec, upgrades } = chain.runtimes;
      const specs = [spec, ...upgrades.map(([, version]) => version)];
      expect(specs).toEqual([...GENERATIONS.filter((one) => one >= spec), 25]);
      expect(upgrades.map(([block]) => block)).toEqual(upgrades.map(([block]) => block).toSorted((a, b) => a - b));
      expect(chain.blocks).toBeGreaterThan(upgrades.at(-1)?.[0] ?? 0);
      expect(chain.mustReach).toContain('expiry');
    }
  });

  it('reads paths as the person typed them', () => {
    const env = { npm_lifecycle_event: 'verify', INIT_CWD: folder.path };
    const options = readVerifyOptions(['--recording', 'a', '--json', 'out.json'], env);
    expect(options.chains).toEqual([{ kind: 'recording', name: 'a', folder: join(folder.path, 'a') }]);
    expect(options.json).toBe(join(folder.path, 'out.json'));
  });

  it('draws the heights anew unless told how', () => {
    const seed = (...argv: string[]) => readVerifyOptions(['--seeds', '1', ...argv], {}).heights.seed;
    expect(seed('--height-seed', '77')).toBe(77);
    expect(Number.isInteger(seed())).toBe(true);
  });

  it('compares few heights unless told how many', () => {
    const count = (...argv: string[]) => readVerifyOptions(['--seeds', '1', ...argv], {}).heights.count;
    expect(count()).toBe(DEFAULT_HEIGHTS);
    expect(count('--heights', '50')).toBe(50);
  });

  it.each([
    [['--seeds', '1', '--heights', '0'], /^--heights must be a whole number/],
    [['--seeds', '1', '--heights', 'many'], /^--heights must be a whole number/],
    [['--seeds', '1', '--height-seed', 'x'], /^--height-seed must be a whole number/],
    [['--recordings', 'x'], /^Unknown option --recordings; known are/],
    [['x'], /^Unknown option x;/],
    [[], /^Nothing to verify/],
    [['--json', 'x'], /^Nothing to verify/],
    [['--recording'], /^--recording needs a value/],
    [['--recording', '--seeds'], /^--recording needs a value/],
    [['--seeds='], /^--seeds needs a value/],
    [['--seeds', '5-3'], /^--seeds must be a range/],
    [['--seeds', '-1'], /^--seeds must be a range/],
    [['--seeds', 'all'], /^--seeds must be a range/],
    [['--seeds', '1-9999'], /names more than/],
    [['--seeds', '1', '--seeds', '2'], /^--seeds is given twice/],
    [['--seeds', '1', '--blocks', '1'], /^--blocks must be a whole number/],
    [['--seeds', '1', '--blocks', '1e3'], /^--blocks must be a whole number/],
    [['--fault-seeds', '2-1'], /^--fault-seeds must be a range/],
    [['--fault-seeds', '1-9999'], /names more than/],
    [['--fault-seeds'], /^--fault-seeds needs a value/],
    [['--fault-seed', '1'], /^Unknown option --fault-seed;/],
    [['--fault-seeds', '1', '--blocks', '99'], /^--blocks must be at least 100 with --fault-seeds/],
    [['--blocks', '100'], /^--blocks is the length of simulated chains/],
    [['--scenario', 'slash,slush'], /^There is no scenario "slush"; there are all, batch-interrupted,/],
    [
      ['--generations', '25'],
      /^--generations takes specs a chain can begin with \(1, 4, 17, 22, 23, 24\) or all, not "25"/,
    ],
    [['--generations', '17,x'], /^--generations takes specs/],
    [['--scenario'], /^--scenario needs a value/],
    [['--recording', '/nowhere/at/all'], /does not exist/],
  ])('refuses %j in one sentence', (argv, sentence) => {
    expect(() => readVerifyOptions(argv, {})).toThrow(UserError);
    expect(() => readVerifyOptions(argv, {})).toThrow(sentence);
  });

  it('refuses a folder without a recording', () => {
    expect(() => names('--recording', join(folder.path, 'empty'))).toThrow(/holds no recording/);
    expect(() => names('--recording', join(folder.path, 'a', 'chain.json'))).toThrow(/is not a folder/);
  });
});
