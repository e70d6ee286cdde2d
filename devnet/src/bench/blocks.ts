import { DEVNET_PROFILE } from '@moho/protocol/base';
import { simulationSource } from '../index';
import type { Figure } from './figure';

/** Blocks of the default population a second of CPU time, so that other work on the machine does not count. */
export async function blocksPerSecond(blocks: number): Promise<Figure> {
  const chain = await simulationSource({ seed: 1, blocks: 1, profile: DEVNET_PROFILE, blockTimeMs: 0 });
  const wall = performance.now();
  const before = process.cpuUsage();
  chain.produce(blocks);
  const { user, system } = process.cpuUsage(before);
  chain.close();
  const [cpuMs, wallMs] = [(user + system) / 1000, performance.now() - wall];
  return {
    what: 'blocks made',
    value: (blocks * 1000) / cpuMs,
    unit: 'a second of CPU',
    aim: 500,
    how: `${blocks} blocks of the default population, ${Math.round((blocks * 1000) / wallMs)} a second by the clock`,
  };
}
