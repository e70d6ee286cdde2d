import { problem } from '../errors';

export interface ExportLimits {
  /** how many may run at once: each holds a connection to the database and a snapshot of it */
  most: number;
  /** a client that takes nothing for so long, though there is something to take, is let go */
  stallMs: number;
  longestMs: number;
}

const MINUTE = 60_000;

const EXPORT_LIMITS: ExportLimits = { most: 4, stallMs: 2 * MINUTE, longestMs: 60 * MINUTE };

/** The other end of a subscription, as far as an export must know it. */
export interface Client {
  /** aborts when the connection is gone */
  gone: AbortSignal;
  /** cuts the connection, so that what was sent so far is not taken for the whole */
  hangUp: () => void;
}

/** Exports that run in this process. Each lets go of what it holds when its client leaves, stalls or takes too long. */
export interface Exports {
  /** Starts one for a client. Throws TOO_MUCH when as many run as may. */
  open: <T>(client: Client, source: AsyncGenerator<T>) => AsyncGenerator<T>;
  running: () => number;
  /** ends all of them; resolves when what they held is free */
  close: () => Promise<void>;
}

export const createExports = (limits: ExportLimits = EXPORT_LIMITS): Exports => {
  const running = new Set<() => Promise<void>>();

  const open = <T>(client: Client, source: AsyncGenerator<T>): AsyncGenerator<T> => {
    if (running.size >= limits.most) {
      throw problem('TOO_MUCH', 'Right now as many exports run as this server can; try again in some minutes.');
    }
    let stall: NodeJS.Timeout | undefined;
    let ended: Promise<void> | null = null;

    const end = (): Promise<void> => {
      ended ??= (async () => {
        clearTimeout(stall);
        clearTimeout(longest);
        client.gone.removeEventListener('abort', leave);
        try {
          // waits for a step under way, then runs what the source does at its end
          await source.return(undefined);
        } finally {
          running.delete(cut);
        }
      })();
      return ended;
    };
    // the reader has gone: nobody is left whom a failing end could be told, and what was held is free either way
    const leave = (): void => void end().catch(() => undefined);
    const cut = async (): Promise<void> => {
      client.hangUp();
      // its reader sees the answer break off, whatever else goes wrong
      await end().catch(() => undefined);
    };
    const longest = setTimeout(cut, limits.longestMs).unref();
    running.add(cut);
    client.gone.addEventListener('abort', leave, { once: true });
    if (client.gone.aborted) leave();

    const next = async (): Promise<IteratorResult<T>> => {
      clearTimeout(stall);
      if (ended) return { done: true, value: undefined };
      try {
        const step = await source.next();
        if (step.done) await end();
        else if (!ended) stall = setTimeout(cut, limits.stallMs).unref();
        return step;
      } catch (error) {
        await end();
        throw error;
      }
    };
    return {
      next,
      return: async (value) => {
        await end();
        return { done: true, value };
      },
      throw: async (error) => {
        await end();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      [Symbol.asyncDispose]: end,
    } as AsyncGenerator<T>;
  };

  return {
    open,
    running: () => running.size,
    close: async () => {
      await Promise.all([...running].map((cut) => cut()));
    },
  };
};
