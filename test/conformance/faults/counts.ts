import { ANSWER_FAULTS, type AnswerFault, type FaultPlan, type Part } from './plan';

/** What went wrong in a run, and what was done about it. */
export interface FaultCounts {
  /** branches the chain lost, and the deepest of them */
  forks: number;
  deepest: number;
  /** forks that followed another one at once */
  cascades: number;
  /** how often the index went back to a block it shares with the chain */
  rewinds: number;
  /** how often each part was made to end, and how often it was started again */
  crashes: Record<Part, number>;
  restarts: Record<Part, number>;
  /** answers of the chain that went wrong, by fault */
  answers: Record<AnswerFault, number>;
}

export const noFaults = (): FaultCounts => ({
  forks: 0,
  deepest: 0,
  cascades: 0,
  rewinds: 0,
  crashes: { indexer: 0, chain: 0, postgres: 0 },
  restarts: { indexer: 0, chain: 0, postgres: 0 },
  answers: Object.fromEntries(ANSWER_FAULTS.map((name) => [name, 0])) as Record<AnswerFault, number>,
});

/** What the plan names and the run did not see: such a run proves less than it says. */
export const notSeen = ({ steps }: FaultPlan, counts: FaultCounts): string[] => {
  const missing = new Set<string>();
  const need = (what: string, seen: number) => {
    if (seen === 0) missing.add(what);
  };
  for (const step of steps) {
    if (step.do === 'struck') for (const fault of step.faults) need(fault, counts.answers[fault]);
    if (step.do === 'crash') {
      need(`end of the ${step.part}`, counts.crashes[step.part]);
      need(`restart of the ${step.part}`, counts.restarts[step.part]);
    }
    if (step.do === 'fork') {
      need('fork', counts.forks);
      need('rewind', counts.rewinds);
      if (step.times > 1) need('cascade of forks', counts.cascades);
    }
  }
  return [...missing];
};

const list = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** The counts in one line. */
export const countsLine = ({ forks, deepest, cascades, rewinds, crashes, restarts, answers }: FaultCounts): string =>
  `${forks} forks (deepest ${deepest}, cascades ${cascades}), ${rewinds} rewinds; ended: ${list(crashes)}; started again: ${list(restarts)}; answers: ${list(answers)}`;
