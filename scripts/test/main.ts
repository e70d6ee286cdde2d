import { givenRecordings } from './recordings';
import { runStep } from './run-step';
import { closingLine, measuredLines, type Outcome } from './step';
import { testSteps } from './steps';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `npm test`: runs every step, shows the output of those that failed, and ends with one counted line. */
export async function main(env: NodeJS.ProcessEnv): Promise<void> {
  let recordings: string[] | undefined;
  try {
    recordings = givenRecordings(env.CRUST_RECORDINGS);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    say('0 passed, 1 failed');
    process.exitCode = 1;
    return;
  }
  const outcomes: Outcome[] = [];
  for (const step of testSteps(recordings)) {
    const outcome = await runStep(step);
    outcomes.push(outcome);
    if (outcome.failed > 0) say(`\n${outcome.output.trimEnd()}\n`);
    const verdict = step.tests
      ? `${outcome.passed} passed, ${outcome.failed} failed`
      : outcome.failed
        ? 'failed'
        : 'ok';
    const said = step.name.startsWith('index = ') && !outcome.failed ? ` – ${outcome.lastLine}` : '';
    say(
      `${outcome.failed ? '✗' : '✓'} ${step.name.padEnd(24)} ${outcome.seconds.toFixed(0).padStart(4)} s  ${verdict}${said}`,
    );
    for (const line of measuredLines(outcome.output)) say(`  ${line}`);
  }
  const seconds = outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0);
  say(`\n${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`);
  say(`recordings: ${recordings?.map((folder) => folder.split('/').at(-1)).join(', ') ?? 'none given'}`);
  const { line, ok } = closingLine(outcomes);
  say(line);
  if (!ok) process.exitCode = 1;
}
