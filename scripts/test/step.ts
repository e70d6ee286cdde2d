/** One part of `npm test`: a command, and how its outcome is counted. */
export interface Step {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** a vitest run, whose tests are counted one by one; anything else counts as one */
  tests?: boolean;
  /** it leaves a core idle or mostly waits: the steps after it do not wait for it */
  beside?: boolean;
  /** it measures time: it begins when everything before it has ended */
  alone?: boolean;
}

export interface Outcome {
  name: string;
  passed: number;
  failed: number;
  seconds: number;
  /** shown when something failed */
  output: string;
  /** the command's last line, where it is its verdict */
  lastLine: string;
}

/** Begins a line of a test's output that `npm test` shows even when the test passed. */
export const MEASURED = 'measured: ';

/** What a step's tests measured. */
export const measuredLines = (output: string): string[] =>
  output.split('\n').filter((line) => line.startsWith(MEASURED));

/** `12 passed, 1 failed`, counting nothing as a failure: a run without a test proved nothing. */
export function closingLine(outcomes: Pick<Outcome, 'passed' | 'failed'>[]): { line: string; ok: boolean } {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, ok: failed === 0 && passed > 0 };
}
