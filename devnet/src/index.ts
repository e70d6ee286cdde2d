import type { SimulatedChain, SimulationOptions } from './source/simulation/index';

export { InputError } from './input-error';
export { type Served, serve } from './serve';
export { recordingSource } from './source/recording';
export type { SimulatedChain, SimulationOptions } from './source/simulation/index';
export type { BlockProducer, ChainSource, Header, Hex, RuntimeVersion, SubmitResult } from './source/source';

/** A seeded economy that makes its own blocks. Loaded only when asked for: a recording needs none of it. */
export async function simulationSource(options: SimulationOptions): Promise<SimulatedChain> {
  const { simulationSource: create } = await import('./source/simulation/index');
  return create(options);
}
