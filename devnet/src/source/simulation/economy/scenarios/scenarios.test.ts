import { readFileSync } from 'node:fs';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { describe, expect, it } from 'vitest';
import { createChain } from '../../chain';
import { crustEconomy } from '../index';
import { SCENARIOS, scenariosNamed } from './index';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const seed = Number(process.env.SIMULATION_SEED ?? 5);

/** Plays one scenario alone on a small chain, to its end. */
function play(name: string) {
  const [scenario] = scenariosNamed([name]);
  if (scenario === undefined) throw new Error(name);
  const profile = { ...DEVNET_PROFILE, ...scenario.profile };
  const economy = crustEconomy(seed, profile.slotBlocks, { people: 'few', scenarios: [scenario] });
  const chain = createChain({
    seed,
    profile,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    economy,
    freeze: true,
  });
  const [performance] = economy.performances;
  const refused: string[] = [];
  let block = 0;
  while (performance?.ended() === undefined && block++ < scenario.blocks + 100) {
    refused.push(
      ...chain.produce().map(({ extrinsic, why }) => `${extrinsic.call.def.name}: ${why.message} ${why.data}`),
    );
  }
  return { ended: performance?.ended(), facts: performance?.facts ?? [], refused };
}

describe(`scenarios, each alone on a small chain (SIMULATION_SEED=${seed})`, () => {
  it.each(SCENARIOS.map(({ name, about }) => [name, about]))('%s: %s', (name) => {
    const { ended, facts, refused } = play(name);
    expect(facts.filter(({ holds }) => !holds)).toEqual([]);
    expect(facts.length).toBeGreaterThan(0);
    expect(ended).toBe('well');
    expect(refused).toEqual([]);
  });

  it('stand in the README, each with what happens', () => {
    const readme = readFileSync(new URL('../../../../../README.md', import.meta.url), 'utf8');
    for (const { name, about } of SCENARIOS)
      expect(readme).toMatch(new RegExp(`\\| \`${name}\`[†‡]? \\| ${escaped(about)} \\|`));
  });

  it('are told by name', () => {
    expect(() => scenariosNamed(['expiry', 'sunrise'])).toThrow(/no scenario sunrise; there are .*unclaimed-84/);
  });
});
