/** Something the person at the keyboard can act on: shown as its one sentence, without a stack trace. */
export class UserError extends Error {
  override name = 'UserError';
}

/** The stop that was asked for, seen from inside a start that had not finished. */
export class Stopped extends Error {
  override name = 'Stopped';
  constructor() {
    super('stopped before everything was up');
  }
}

const DISK_FULL = /ENOSPC|No space left on device|could not extend file|disk quota exceeded/i;

export function isDiskFull(text: string): boolean {
  return DISK_FULL.test(text);
}

const LONGEST_LINE = 400;

/** One line for any error: a person's own mistakes as they are, everything else with its kind. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  const first = text.split('\n').find((line) => line.trim() !== '') ?? 'unknown error';
  return first.trim().slice(0, LONGEST_LINE);
}
