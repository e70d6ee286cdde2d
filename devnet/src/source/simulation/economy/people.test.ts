import { readFileSync } from 'node:fs';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { describe, expect, it } from 'vitest';
import { createChain } from '../chain';
import { brokenBooks } from '../invariants/books';
import { crustEconomy } from './index';
import { HABITS, type Population, populationOf } from './people';

const start = (population: Population) =>
  createChain({
    seed: 4,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    economy: crustEconomy(4, DEVNET_PROFILE.slotBlocks, { people: population }),
    freeze: true,
  });

describe('a population that has grown before block 0', () => {
  const population: Population = {
    ...populationOf('hundreds'),
    validators: 20,
    sworkers: 50,
    guarantors: 90,
    files: 600,
  };
  const chain = start(population);
  const { market, staking, swork } = chain.runtime.pallets;

  it('has everybody and everything it was asked for', () => {
    expect(swork.storage.identities.size()).toBe(population.sworkers);
    expect(staking.storage.validators.size()).toBe(population.validators);
    expect(staking.storage.guarantors.size()).toBe(population.guarantors);
    expect(market.storage.keysCount.get()).toBe(population.files);
    const stored = market.storage.files.entries().filter(([, file]) => file.replicas.size > 0);
    expect(stored.length).toBeGreaterThan(population.files / 4);
  });

  it('goes on without a break: its machines’ reports are accepted, its books add up', () => {
    expect(brokenBooks(chain)).toEqual([]);
    const refused: string[] = [];
    let reports = 0;
    for (let i = 0; i < 70; i++) {
      refused.push(...chain.produce().map(({ why }) => `${why.data}`));
      reports += chain.runtime.events.records.filter((e) => e.name === 'WorksReportSuccess').length;
    }
    expect(refused).toEqual([]);
    expect(reports).toBeGreaterThan(population.sworkers * 1.8);
    expect(brokenBooks(chain)).toEqual([]);
    const work = [...swork.storage.workReports.entries()].map(([, report]) => report.spower);
    expect(work.some((spower) => spower > 0n)).toBe(true);
  });
});

it('the README’s table says what they do how often', () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
  const told = [...readme.matchAll(/^\| `(\w+\.[\w ]+)` \| ([\d.]+) \|/gm)].map(([, habit, value]) => [
    habit,
    Number(value),
  ]);
  const habits = Object.entries(HABITS).flatMap(([who, own]) =>
    Object.entries(own).map(([what, value]): [string, number] => [`${who}.${what}`, value]),
  );
  expect(told).toEqual(habits);
});
