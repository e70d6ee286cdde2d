import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Runtime } from '../source/simulation/framework/runtime';
import { installPallets, type Pallets } from '../source/simulation/pallets/pallets';
import { writeSimulatedRecording } from '../test-support/simulated-recording';
import { report } from './report';
import { allPallets, type RunOptions, runRecording } from './run';

const given = process.env.CRUST_RECORDINGS ?? '';
const real = given === '' ? [] : readdirSync(given).filter((name) => existsSync(join(given, name, 'chain.json')));

const bytes = (name: string) => statSync(join(given, name, 'blocks.ndjson.gz')).size;
/** One is enough to see that a spoiled rule is noticed, and the smallest is quickest. */
const smallest = [...real].sort((a, b) => bytes(a) - bytes(b)).slice(0, 1);

const run = async (folder: string, options?: RunOptions) => report(await runRecording(folder, options));
const lastLine = ({ lines }: { lines: readonly string[] }) => lines.at(-1) ?? '';

/** Pallets of which one does something else than the runtime's. */
const spoiled =
  (install: (runtime: Runtime) => Pallets, change: (pallets: Pallets) => Partial<Pallets>) =>
  (runtime: Runtime): Pallets => {
    const pallets = install(runtime);
    return { ...pallets, ...change(pallets) };
  };
/** The storage items that came out differently. */
async function differing(folder: string, options: RunOptions): Promise<Set<string>> {
  const result = await runRecording(folder, options);
  expect(lastLine(report(result))).toMatch(/^Failed \(\d+ differences/);
  return new Set(result.tallies.differences.map(({ pallet, item }) => `${pallet}.${item}`));
}

beforeAll(() => cryptoWaitReady());

describe.each(real)("the real runtime's recording %s", (name) => {
  test('every write and event of every block is what the simulation writes', async () => {
    const outcome = await run(join(given, name));
    expect(lastLine(outcome)).toMatch(/no difference\.$/);
    expect(outcome.passed).toBe(true);
  }, 120_000);
});

describe.each(smallest)('on the recording %s', (name) => {
  test.each<[string, (pallets: Pallets) => Partial<Pallets>, string]>([
    [
      'free reports that are not free',
      ({ benefits }) => ({ benefits: { ...benefits, takeFreeReport: () => false } }),
      'Benefits.SworkBenefits',
    ],
    [
      'an author without points',
      ({ staking }) => ({ staking: { ...staking, noteAuthor: () => undefined } }),
      'Staking.ErasRewardPoints',
    ],
    [
      'stake limits that are never set',
      ({ staking }) => ({ staking: { ...staking, setStakeLimits: () => 0 } }),
      'Staking.StakeLimit',
    ],
  ])(
    'a spoiled rule is noticed: %s',
    async (_what, change, item) => {
      expect(await differing(join(given, name), { install: spoiled(allPallets, change) })).toContain(item);
    },
    120_000,
  );
});

describe('a simulated chain, recorded', () => {
  const setting = { profile: DEVNET_PROFILE, install: installPallets };
  const folder = writeSimulatedRecording(1, 300);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('comes out the same when every block starts from the stored state alone', async () => {
    const outcome = await run(folder, setting);
    expect(outcome.lines.join('\n')).toMatch(/no difference\.$/);
  }, 120_000);

  test('a fee that the treasury does not get is a difference', async () => {
    const install = spoiled(installPallets, ({ treasury }) => ({
      treasury: { ...treasury, deposit: () => undefined },
    }));
    expect(await differing(folder, { ...setting, install })).toContain('System.Account');
  }, 120_000);
});
