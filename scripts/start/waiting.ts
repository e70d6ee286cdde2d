import { Stopped } from './user-error';

/** `work`, or `Stopped` as soon as a stop is asked for. */
export function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(new Stopped());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([work, stopped]);
}

/** Like Promise.all, but what fails first stops the others, and all have settled before it throws that failure. */
export async function allOrStop<T extends Promise<unknown>[]>(
  parts: [...T],
  stop: () => void,
): Promise<{ [Part in keyof T]: Awaited<T[Part]> }> {
  let first: { error: unknown } | undefined;
  for (const part of parts) {
    part.catch((error: unknown) => {
      first ??= { error };
      stop();
    });
  }
  await Promise.allSettled(parts);
  if (first) throw first.error;
  return Promise.all(parts);
}
