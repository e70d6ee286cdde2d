import type { ChainProfile } from '../src';
import type { EventRow, Reader, Runtime } from './decode';
import type { RecordedBlock } from './recording';

/** What was compared of one kind, and what differed. */
export interface Tally {
  kind: string;
  compared: number;
  /** left out because the recording's chain.json says the key was set from outside */
  overridden: number;
  /** seen, but without an input the block does not hold (such as a scheduled call) */
  withoutInput: number;
  differences: string[];
}

export const newTally = (kind: string): Tally => ({
  kind,
  compared: 0,
  overridden: 0,
  withoutInput: 0,
  differences: [],
});

/** Everything a check sees of one block. */
export interface BlockContext {
  block: RecordedBlock;
  runtime: Runtime;
  spec: number;
  /** the first block a runtime executes: its migrations run in it */
  isFirstOfRuntime: boolean;
  /** two builds of spec 4 exist; the older one still unbonds in 60 eras */
  isJulyBuildOf4: boolean;
  profile: ChainProfile;
  before: Reader;
  after: Reader;
  events: EventRow[];
  overridden: ReadonlySet<string>;
}

type Comparable = bigint | number | string | null;

/** Compares one value; a key the recording overrode in this block is counted apart. */
export const compare = (
  tally: Tally,
  context: BlockContext,
  what: string,
  computed: Comparable,
  recorded: Comparable,
  key?: string,
): void => {
  if (key !== undefined && context.overridden.has(key)) {
    tally.overridden += 1;
    return;
  }
  tally.compared += 1;
  if (computed !== recorded) {
    tally.differences.push(`block ${context.block.number}: ${what}: computed ${computed}, recorded ${recorded}`);
  }
};

export const eventsNamed = (context: BlockContext, name: string): EventRow[] =>
  context.events.filter((event) => event.name === name);
