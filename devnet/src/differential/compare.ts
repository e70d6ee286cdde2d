import type { Hex } from '../source/source';
import { isLeftOut } from './left-out';
import type { KeyName } from './names';
import type { RecordedStep } from './recording';

/** Counts of one storage item. `changes`: those of the recorded writes that changed a value. */
export interface Tally {
  writes: number;
  changes: number;
  comparedWrites: number;
  comparedChanges: number;
  leftOut: number;
  overridden: number;
  taken: number;
  differences: number;
}

export interface Difference extends KeyName {
  readonly block: number;
  readonly key: Hex;
  readonly simulated: Hex | null;
  readonly recorded: Hex | null;
}

export interface Tallies {
  readonly items: Map<string, KeyName & Tally>;
  readonly differences: Difference[];
}

export const emptyTallies = (): Tallies => ({ items: new Map(), differences: [] });

const NONE: Tally = {
  writes: 0,
  changes: 0,
  comparedWrites: 0,
  comparedChanges: 0,
  leftOut: 0,
  overridden: 0,
  taken: 0,
  differences: 0,
};

/**
 * Compares what a block left: every key the recording or the simulation wrote, by its final value.
 * @param isTaken keys whose recorded value was taken over because nothing here models what wrote them
 */
export function compareBlock(
  tallies: Tallies,
  step: RecordedStep,
  simulated: ReadonlyMap<Hex, Hex | null>,
  nameOf: (key: Hex) => KeyName,
  isTaken: (key: Hex) => boolean,
): void {
  const recorded = new Map(step.block.diff);
  for (const key of new Set([...recorded.keys(), ...simulated.keys()])) {
    const name = nameOf(key);
    const id = `${name.pallet}.${name.item}`;
    const tally = tallies.items.get(id) ?? { ...name, ...NONE };
    tallies.items.set(id, tally);

    const before = step.parent.get(key);
    const written = recorded.has(key);
    const theirs = recorded.get(key) ?? (written ? null : before);
    const ours = simulated.has(key) ? (simulated.get(key) ?? null) : before;
    const change = theirs !== before;
    if (written) tally.writes += 1;
    if (change) tally.changes += 1;

    if (isLeftOut(key, step.number)) tally.leftOut += 1;
    else if (step.overridden.has(key)) tally.overridden += 1;
    else if (isTaken(key)) tally.taken += 1;
    else {
      if (written) tally.comparedWrites += 1;
      if (change) tally.comparedChanges += 1;
      if (ours === theirs) continue;
      tally.differences += 1;
      tallies.differences.push({ ...name, block: step.number, key, simulated: ours, recorded: theirs });
    }
  }
}
