import type { ChainProfile } from '@moho/protocol/base';
import type { EconomyContext } from '../../economy';
import type { Extrinsic } from '../../framework/bare';
import type { Runtime } from '../../framework/runtime';
import type { Stage } from './stage';

/** What happens, turn by turn: a turn is what goes into one block, and brings the view of the next one. */
export type Script<R = void> = Generator<readonly Extrinsic[], R, EconomyContext>;

export interface ScenarioMachine {
  /** sealed random data it reports */
  readonly srdGib?: number;
  /** stays without a key until the script registers it */
  readonly unregistered?: boolean;
}

/** A named piece of a chain's life, small enough to read in one go. */
export interface Scenario {
  readonly name: string;
  /** one sentence, for people who choose one */
  readonly about: string;
  /** people of its own and their CRU */
  readonly people?: Readonly<Record<string, number>>;
  /** sWorkers of its own: they register with the first block and report every slot, unless told otherwise */
  readonly machines?: Readonly<Record<string, ScenarioMachine>>;
  /** lengths it needs shorter than the local chain's; such a scenario cannot be played on a chain with others */
  readonly profile?: Partial<ChainProfile>;
  /** too much for a chain on which others live */
  readonly alone?: true;
  readonly genesis?: (stage: Stage, runtime: Runtime) => void;
  /** blocks within which it comes to its end */
  readonly blocks: number;
  script(stage: Stage, ctx: EconomyContext): Script;
}
