/** Where progress goes: one short line per event, always naming the part it is about. */
export interface Report {
  /** something is under way */
  doing(name: string, text: string): void;
  /** a part is up; `sinceMs` is how long it took */
  done(name: string, text: string, sinceMs: number): void;
  /** something a person should know */
  say(name: string, text: string): void;
}

export const silentReport: Report = { doing: () => undefined, done: () => undefined, say: () => undefined };

/** Progress as lines of text; the same with and without a terminal, so that a log file reads well too. */
export function lineReport(write: (line: string) => void): Report {
  const line = (mark: string, name: string, text: string) => write(`  ${mark} ${name.padEnd(9)} ${text}`);
  return {
    doing: (name, text) => line('·', name, text),
    done: (name, text, sinceMs) => line('✓', name, `${text}  (${(sinceMs / 1000).toFixed(1)} s)`),
    say: (name, text) => line('!', name, text),
  };
}
