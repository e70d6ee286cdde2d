import { InputError } from '../../input-error';
import { delay } from './delay';
import { die } from './die';
import { drop } from './drop';
import { duplicate } from './duplicate';
import type { Fault, Outgoing } from './fault';
import { FAULT_NAMES, type FaultName, fateOf, type Plan, readPlan } from './plan';
import { reorder } from './reorder';
import { tooManyRequests } from './too-many-requests';
import { truncate } from './truncate';

/** How many of the next strikes the admin interface shows. */
const SHOWN = 10;
/** How far ahead it looks for them. */
const LOOKED_AT = 100_000;

/** What goes wrong with the answers of a server. Nothing, until a plan is set. */
export interface Faults {
  /** Sets a plan given as a query, or none; `InputError` for a senseless one. */
  set(query: URLSearchParams): void;
  /** the plan, what it has done so far, and what it will do next */
  show(): object;
  /** Lets an answer go, or does to it what the plan says. */
  pass(out: Outgoing): void;
}

/**
 * @param end ends the process; without it `die` cannot be planned
 * @param told gets a plan in one line when it is set
 */
export function createFaults(end?: () => void, told: (plan: string) => void = () => undefined): Faults {
  let plan: Plan | undefined;
  let faults = all(0);
  let answers = 0;
  let struck = new Map<FaultName, number>();

  function all(delayMs: number): Readonly<Record<FaultName, Fault>> {
    const ending = die(end ?? (() => undefined));
    return { drop, delay: delay(delayMs), reorder, truncate, duplicate, 429: tooManyRequests, die: ending };
  }
  function next(): { answer: number; fault: FaultName }[] {
    const list: { answer: number; fault: FaultName }[] = [];
    if (plan === undefined) return list;
    for (let answer = answers + 1; answer < answers + LOOKED_AT && list.length < SHOWN; answer += 1) {
      const fate = fateOf(plan, answer);
      if (fate !== undefined) list.push({ answer, fault: fate.fault });
    }
    return list;
  }
  /** the plan in one line, to be repeated with the same seed */
  function planned(): string {
    if (plan === undefined) return 'faults: none';
    const { seed, rates, delayMs } = plan;
    const wanted = FAULT_NAMES.filter((name) => rates[name] > 0).map((name) => `${name} ${rates[name]}`);
    const first = next().map(({ answer, fault }) => `${answer} ${fault}`);
    return `faults: seed ${seed}, ${wanted.join(', ')}, delays up to ${delayMs} ms; the first: ${first.join(', ')}`;
  }
  return {
    set(query) {
      const wanted = readPlan(query);
      if (wanted !== undefined && wanted.rates.die > 0 && end === undefined) {
        throw new InputError('die needs a chain that runs as a process of its own');
      }
      plan = wanted;
      faults = all(wanted?.delayMs ?? 0);
      answers = 0;
      struck = new Map();
      told(planned());
    },
    show: () => ({
      on: plan !== undefined,
      ...plan,
      answers,
      struck: Object.fromEntries(struck),
      next: next(),
      faults: Object.fromEntries(FAULT_NAMES.map((name) => [name, faults[name].about])),
    }),
    pass(out) {
      if (plan === undefined) return out.send(out.text);
      answers += 1;
      const fate = fateOf(plan, answers);
      if (fate === undefined) return out.send(out.text);
      struck.set(fate.fault, (struck.get(fate.fault) ?? 0) + 1);
      faults[fate.fault].strike(out, fate.draw);
    },
  };
}
