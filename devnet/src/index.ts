import type { ChainProfile } from '@moho/protocol/base';
import { InputError } from './input-error';
import type { BlockProducer, ChainSource } from './source/source';

export { InputError } from './input-error';
export { type Served, serve } from './serve';
export { recordingSource } from './source/recording';
export type { BlockProducer, ChainSource, Header, Hex, RuntimeVersion, SubmitResult } from './source/source';

export interface SimulationOptions {
  seed: number;
  /** past blocks made at the first start */
  blocks: number;
  profile: ChainProfile;
  /** time between new blocks while it runs; 0 makes none by itself */
  blockTimeMs?: number;
  /** folder of the genesis time and the journal; without it nothing is kept */
  dataDir?: string;
}

export type SimulatedChain = ChainSource & BlockProducer & { close?(): Promise<void> | void };

/** A seeded economy that makes its own blocks. Loaded only when asked for: a recording needs none of it. */
export async function simulationSource(options: SimulationOptions): Promise<SimulatedChain> {
  const { simulationSource: create } = await loadSimulation();
  return create(options);
}

interface SimulationModule {
  simulationSource(options: SimulationOptions): SimulatedChain | Promise<SimulatedChain>;
}

async function loadSimulation(): Promise<SimulationModule> {
  const path = './source/simulation/index';
  try {
    return (await import(path)) as SimulationModule;
  } catch (error) {
    const missing = error instanceof Error && 'url' in error && String(error.url).endsWith('/source/simulation/index');
    throw missing
      ? new InputError('this version has no simulated chain yet: name a recorded one with --recording')
      : error;
  }
}
