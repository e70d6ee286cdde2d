import { setTimeout as sleep } from 'node:timers/promises';
import { backoffMs, RECOVERED_MS } from './backoff';
import { type Child, type ChildRoom, type ChildSpec, startChild } from './child';
import { oneLine, Stopped, UserError } from './user-error';

/** How often a process may fail before it was ever up; then the start itself fails. */
const FIRST_ATTEMPTS = 4;

export interface Supervision {
  spec: ChildSpec;
  /** resolves when the process does its work; a process that ends before is a failure */
  ready: (child: Child) => Promise<void>;
  /** run before every start; a UserError says the process must not run */
  before?: () => Promise<void>;
}

export interface Supervised {
  name: string;
  pid(): number | undefined;
  /** how many times it was started again */
  restarts(): number;
  stop(): Promise<void>;
}

export interface SupervisorRoom extends ChildRoom {
  /** one line for the person watching */
  say: (name: string, text: string) => void;
  signal: AbortSignal;
  firstBackoffMs?: number;
}

/**
 * Runs a process and keeps it running: whenever it ends without being asked, it is started again after 1, 2, 4 … 60 s
 * and a line says so and why. Resolves when it is up for the first time; throws when it does not come up.
 */
export async function supervise(supervision: Supervision, room: SupervisorRoom): Promise<Supervised> {
  const { spec } = supervision;
  const stopping = new AbortController();
  let child: Child | undefined;
  let failures = 0;
  let restarts = 0;

  function refuseWhenStopping(): void {
    if (stopping.signal.aborted || room.signal.aborted) throw new Stopped();
  }

  async function attempt(): Promise<Child> {
    await supervision.before?.();
    refuseWhenStopping();
    child = await startChild(spec, room);
    refuseWhenStopping(); // asked for while the process came to life
    const early = child.ended.then(({ why }) => Promise.reject(new Error(why)));
    await Promise.race([supervision.ready(child), early]);
    return child;
  }

  async function pause(problem: string): Promise<void> {
    failures += 1;
    const waitMs = backoffMs(failures, room.firstBackoffMs);
    room.say(spec.name, `${problem}; starting it again in ${Math.max(1, Math.round(waitMs / 1000))} s`);
    await sleep(waitMs, undefined, { signal: stopping.signal });
  }

  /** starts until it is up; on the very first time only so often */
  async function up(attempts: number): Promise<Child> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        await child?.stop();
        refuseWhenStopping();
        if (attempts !== Number.POSITIVE_INFINITY && error instanceof UserError) throw error;
        if (attempts <= failures + 1) throw new Error(`The ${spec.name} does not start: it ${oneLine(error)}.`);
        await pause(oneLine(error));
      }
    }
  }

  async function keep(running: Child): Promise<void> {
    let current = running;
    for (;;) {
      const since = Date.now();
      const { why } = await current.ended;
      if (stopping.signal.aborted) return;
      if (Date.now() - since > RECOVERED_MS) failures = 0;
      await pause(why);
      restarts += 1;
      current = await up(Number.POSITIVE_INFINITY);
      room.say(spec.name, 'is up again');
    }
  }

  const stop = async () => {
    stopping.abort();
    await child?.stop();
  };
  const abortStart = () => void stop();
  room.signal.addEventListener('abort', abortStart, { once: true });
  const first = await up(FIRST_ATTEMPTS);
  room.signal.removeEventListener('abort', abortStart);
  failures = 0;
  const kept = keep(first).catch((error: unknown) => {
    if (!stopping.signal.aborted) room.say(spec.name, `is no longer supervised: ${oneLine(error)}`);
  });
  return {
    name: spec.name,
    pid: () => child?.pid,
    restarts: () => restarts,
    async stop() {
      await stop();
      await kept;
    },
  };
}
