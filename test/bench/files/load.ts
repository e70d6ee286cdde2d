import { setTimeout as sleep } from 'node:timers/promises';

/** What one constant stream of requests saw. Milliseconds, from when each was due to be sent. */
export interface Seen {
  rate: number;
  latenciesMs: number[];
  /** requests that were not answered as they should be: why, the first few */
  failures: string[];
}

/** Whether an answer is the one asked for; null when it is, else why not. */
export type Judge = (status: number, body: string) => string | null;

export interface Stream {
  /** requests a second */
  rate: number;
  seconds: number;
  request: (n: number) => { url: string; init?: RequestInit };
  judge: Judge;
}

const one = async ({ request, judge }: Stream, n: number): Promise<string | null> => {
  const { url, init } = request(n);
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    return judge(response.status, await response.text());
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/**
 * Sends requests at a constant rate whether or not earlier ones have been answered, as people do, and measures each from
 * the moment it was due: a server that stalls is charged for everybody who had to wait behind.
 */
export const openLoop = async (stream: Stream): Promise<Seen> => {
  const total = Math.round(stream.rate * stream.seconds);
  const start = performance.now() + 50;
  const seen: Seen = { rate: stream.rate, latenciesMs: [], failures: [] };
  const sent: Promise<void>[] = [];
  for (let n = 0; n < total; n += 1) {
    const due = start + (n * 1000) / stream.rate;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    sent.push(
      one(stream, n).then((why) => {
        seen.latenciesMs.push(performance.now() - due);
        if (why !== null) seen.failures.push(why);
      }),
    );
  }
  await Promise.all(sent);
  return seen;
};
