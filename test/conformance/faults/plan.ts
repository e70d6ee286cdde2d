import { seededRandom } from '../heights';

/** Blocks at the head that are not final: forks reach as deep. */
export const FINALITY_LAG = 8;
/** Blocks made when all is calm again, at least: more than the lag, so that every fork is final. */
const CALM_BLOCKS = FINALITY_LAG + 2;

/** What may go wrong with the chain's answers in such a run; the rest of devnet's list ends processes. */
export const ANSWER_FAULTS = ['drop', 'delay', 'reorder', 'truncate', 'duplicate', '429'] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

export type Part = 'indexer' | 'chain' | 'postgres';

/** One thing done to the running parts, in order. */
export type Step =
  | { do: 'produce'; blocks: number }
  /** waits until the index has the chain's head */
  | { do: 'follow' }
  | { do: 'fork'; blocks: number; times: number }
  /** the chain's answers begin to go wrong */
  | { do: 'answers'; faults: AnswerFault[]; seed: number; rate: number; delayMs: number }
  /** waits until each of these faults struck; then answers are right again */
  | { do: 'struck'; faults: AnswerFault[] }
  | { do: 'crash'; part: Part };

export interface FaultPlan {
  seed: number;
  /** blocks the chain has before anything goes wrong */
  past: number;
  steps: Step[];
  /** blocks made when all is calm again */
  calm: number;
}

/** Forks of one cascade. */
const CASCADE = 3;

type Trouble = { crash: Part } | { answers: AnswerFault[] } | 'cascade';

/** What goes wrong in a run of `blocks` blocks; all of it follows from the seed. */
export const faultPlan = (seed: number, blocks: number): FaultPlan => {
  const random = seededRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const shuffled = <T>(items: readonly T[]): T[] => {
    const mixed = [...items];
    for (let i = mixed.length - 1; i > 0; i -= 1) {
      const j = below(i + 1);
      [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
    }
    return mixed;
  };
  const answers = shuffled(ANSWER_FAULTS);
  const half = answers.length / 2;
  const troubles = shuffled<Trouble>([
    { crash: 'indexer' },
    { crash: 'chain' },
    { crash: 'postgres' },
    { answers: answers.slice(0, half) },
    { answers: answers.slice(half) },
    'cascade',
  ]);
  const past = Math.floor(blocks / 3);
  // every fork makes its branch longer by one
  const forks = troubles.length - 1 + CASCADE;
  const troubled = blocks - past - forks - CALM_BLOCKS;
  const perRound = Math.floor(troubled / troubles.length);
  const depth = () => 1 + below(Math.min(FINALITY_LAG, perRound));
  const steps = troubles.flatMap((trouble): Step[] => {
    const fork: Step = { do: 'fork', blocks: depth(), times: trouble === 'cascade' ? CASCADE : 1 };
    const before = 1 + below(perRound - 1);
    const grow: Step[] = [{ do: 'produce', blocks: before }, { do: 'follow' }];
    const rest: Step = { do: 'produce', blocks: perRound - before };
    if (trouble === 'cascade') return [...grow, fork, rest];
    if ('answers' in trouble) {
      const wrong: Step = {
        do: 'answers',
        faults: trouble.answers,
        seed: 1 + below(1000),
        rate: 0.01 + random() * 0.02,
        delayMs: 100 + below(400),
      };
      return [...grow, wrong, fork, rest, { do: 'struck', faults: trouble.answers }];
    }
    const crash: Step = { do: 'crash', part: trouble.crash };
    // the fork comes while the part is down, or takes the blocks just indexed away before it goes down
    return random() < 0.5 ? [...grow, crash, fork, rest] : [...grow, fork, crash, rest];
  });
  return { seed, past, steps, calm: CALM_BLOCKS + troubled - perRound * troubles.length };
};
