/** How long an answer that was put behind the next one waits for a next one. */
const BEHIND_MS = 50;

/** What leaves on one connection, in order, unless a fault makes it wait or trade places. */
export interface Line {
  send(text: string): void;
  sendBehind(text: string): void;
  wait(ms: number): void;
  /** nothing leaves any more */
  close(): void;
}

export function line(write: (text: string) => void): Line {
  const waiting: string[] = [];
  const behind: string[] = [];
  let until: NodeJS.Timeout | undefined;
  let straggler: NodeJS.Timeout | undefined;
  let closed = false;

  function leave(text: string): void {
    if (closed) return;
    write(text);
    for (const late of behind.splice(0)) write(late);
  }
  return {
    send(text) {
      if (until === undefined) leave(text);
      else waiting.push(text);
    },
    sendBehind(text) {
      behind.push(text);
      clearTimeout(straggler);
      straggler = setTimeout(() => {
        for (const late of behind.splice(0)) if (!closed) write(late);
      }, BEHIND_MS);
    },
    wait(ms) {
      if (until !== undefined) return;
      until = setTimeout(() => {
        until = undefined;
        for (const text of waiting.splice(0)) leave(text);
      }, ms);
    },
    close() {
      closed = true;
      clearTimeout(until);
      clearTimeout(straggler);
    },
  };
}
