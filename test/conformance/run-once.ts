import { type Child, startChild } from '../../scripts/start/child';
import type { Supervision, SupervisorRoom } from '../../scripts/start/supervise';
import { Stopped } from '../../scripts/start/user-error';

/** What must be ended, last come first served. */
export interface Scope {
  defer(ending: () => Promise<void>): void;
  close(): Promise<void>;
}

export const openScope = (): Scope => {
  const endings: (() => Promise<void>)[] = [];
  return {
    defer: (ending) => void endings.push(ending),
    async close() {
      const problems: unknown[] = [];
      for (;;) {
        const ending = endings.pop();
        if (!ending) break;
        // one that fails must not keep the others running
        await ending().catch((error: unknown) => problems.push(error));
      }
      if (problems.length > 0) throw problems[0];
    },
  };
};

/** Runs `work` with a scope of its own, closed whatever happens. */
export const scoped = async <T>(work: (scope: Scope) => Promise<T>): Promise<T> => {
  const scope = openScope();
  try {
    return await work(scope);
  } finally {
    await scope.close();
  }
};

/** A process of a measurement: it is never started again, its end is a failure of whoever waits for it. */
export interface Running {
  child: Child;
  /** the result of `work`, unless the process ends or the run is stopped before */
  during<T>(work: Promise<T>): Promise<T>;
}

/** Starts a process, waits until it is up, and leaves its end to `scope`. Throws with its cause line when it fails. */
export const startOnce = async (
  { spec, before, ready }: Supervision,
  room: SupervisorRoom,
  scope: Scope,
): Promise<Running> => {
  await before?.();
  if (room.signal.aborted) throw new Stopped();
  const child = await startChild(spec, room);
  scope.defer(child.stop);
  const gone = child.ended.then(({ why }) => Promise.reject(new Error(`the ${spec.name} ${why}`)));
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(new Stopped());
    room.signal.addEventListener('abort', stop, { once: true });
    scope.defer(async () => room.signal.removeEventListener('abort', stop));
  });
  // both may come when nobody waits any more
  for (const promise of [gone, stopped]) promise.catch(() => undefined);
  const during = <T>(work: Promise<T>): Promise<T> => {
    work.catch(() => undefined);
    return Promise.race([work, gone, stopped]);
  };
  await during(ready(child));
  return { child, during };
};
