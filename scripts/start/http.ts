import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until an address answers with a status that `accept` takes; the caller races this against the process's end. */
export async function answers(
  url: string,
  signal: AbortSignal,
  accept = (status: number) => status < 500,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
      await response.arrayBuffer();
      if (accept(response.status)) return;
    } catch (error) {
      if (signal.aborted) throw error;
      // not listening yet: that is what is being waited for
    }
    await sleep(150, undefined, { signal });
  }
}
