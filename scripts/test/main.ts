import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenRecordings } from './recordings';
import { runStep } from './run-step';
import { closingLine, measuredLines, type Outcome, type Step } from './step';
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
  const since = Date.now();
  const copyFolder = mkdtempSync(join(tmpdir(), 'moho e2e '));
  const outcomes = await runAll(testSteps(recordings, copyFolder)).finally(() =>
    rmSync(copyFolder, { recursive: true, force: true }),
  );
  const seconds = (Date.now() - since) / 1000;
  say(`\n${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`);
  say(`recordings: ${recordings?.map((folder) => folder.split('/').at(-1)).join(', ') ?? 'none given'}`);
  const { line, ok } = closingLine(outcomes);
  say(line);
  if (!ok) process.exitCode = 1;
}

/** Runs the steps in order, but for those that run beside the ones after them. */
async function runAll(steps: Step[]): Promise<Outcome[]> {
  const outcomes: Promise<Outcome>[] = [];
  for (const step of steps) {
    if (step.alone) await Promise.all(outcomes);
    const outcome = runStep(step).then((ended) => {
      tell(step, ended);
      return ended;
    });
    outcomes.push(outcome);
    if (!step.beside) await outcome;
  }
  return Promise.all(outcomes);
}

function tell(step: Step, outcome: Outcome): void {
  if (outcome.failed > 0) say(`\n${outcome.output.trimEnd()}\n`);
  const counted = `${outcome.passed} passed, ${outcome.failed} failed`;
  const verdict = step.tests ? counted : outcome.failed ? 'failed' : 'ok';
  const said = step.name.startsWith('index = ') && !outcome.failed ? ` – ${outcome.lastLine}` : '';
  const mark = outcome.failed ? '✗' : '✓';
  say(`${mark} ${step.name.padEnd(24)} ${outcome.seconds.toFixed(0).padStart(4)} s  ${verdict}${said}`);
  for (const line of measuredLines(outcome.output)) say(`  ${line}`);
}
