import type { CallFact, EventFact, Wrapper } from '../decode/facts';

/** How a call inside others ended: null went well, undefined never ran, otherwise the name of its error. */
export type Outcome = string | null | undefined;

const INTERRUPTED = 'utility.BatchInterrupted';
const nameOf = ({ pallet, name }: EventFact): string => `${pallet}.${name}`;

/** A batch that stopped says at which item and why; the outermost one speaks last. */
const batchOutcome = (item: number, own: EventFact | undefined): Outcome => {
  if (own === undefined || nameOf(own) !== INTERRUPTED) return null;
  const stopped = Number(own.args[0]);
  if (item < stopped) return null;
  return item === stopped ? (own.error ?? 'BatchInterrupted') : undefined;
};

/** Calls whose inner one may fail, or wait, while they go well themselves, and the event that says how it went. */
const TOLD_BY: Record<string, string> = {
  'multisig.as_multi': 'multisig.MultisigExecuted',
  'sudo.sudo_as': 'sudo.SudoAsDone',
  'sudo.sudo': 'sudo.Sudid',
  'sudo.sudo_unchecked_weight': 'sudo.Sudid',
};

const outcomeIn = ({ name, item }: Wrapper, events: EventFact[]): Outcome => {
  if (name === 'utility.batch')
    return batchOutcome(
      item,
      events.findLast((event) => event.pallet === 'utility' && event.name.startsWith('Batch')),
    );
  const teller = TOLD_BY[name];
  if (teller === undefined) return null;
  const told = events.findLast((event) => nameOf(event) === teller);
  // an approval that is not the last one leaves the call for later
  if (told === undefined) return undefined;
  // old runtimes say yes or no only
  return told.error ?? (told.args[0] === false ? 'Other' : null);
};

/**
 * How a call of an extrinsic that went well ended, by the events of the extrinsic. Each wrapper is asked, the outermost first;
 * of several batches within each other only the outermost one's own event is told apart, the others count as interrupted
 * at this call when any of them was.
 */
export const wrappedOutcome = ({ wrappers = [] }: CallFact, events: EventFact[]): Outcome => {
  let rest = events;
  for (const wrapper of wrappers) {
    const outcome = outcomeIn(wrapper, rest);
    if (outcome !== null) return outcome;
    if (wrapper.name === 'utility.batch') {
      const last = rest.findLastIndex((event) => event.pallet === 'utility' && event.name.startsWith('Batch'));
      rest = rest.slice(0, Math.max(last, 0));
    }
  }
  return null;
};
