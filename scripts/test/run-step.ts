import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { childEnv } from '../start/child';
import { ROOT } from '../start/paths';
import type { Outcome, Step } from './step';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** Runs one step to its end, keeping its output. */
export async function runStep(step: Step): Promise<Outcome> {
  const since = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'moho-test-'));
  const report = join(folder, 'vitest.json');
  const reporting = step.tests ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const { ok, output } = await capture(step, [...step.args, ...reporting]);
  const counts = step.tests ? countTests(report, ok) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  rmSync(folder, { recursive: true, force: true });
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return { name: step.name, ...counts, seconds: (Date.now() - since) / 1000, output, lastLine: lines.at(-1) ?? '' };
}

/** Tests passed and failed; a run that broke without a failing test, or had none, counts as one failure. */
function countTests(report: string, ok: boolean): { passed: number; failed: number } {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = vitestReport.parse(
    JSON.parse(readFileSync(report, 'utf8')),
  );
  const failed = Math.max(numFailedTests, numFailedTests === 0 ? numFailedTestSuites : 0, ok ? 0 : 1);
  return { passed: numPassedTests, failed: numPassedTests + failed === 0 ? 1 : failed };
}

function capture(step: Step, args: string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(step.command, args, {
      cwd: ROOT,
      env: childEnv({ FORCE_COLOR: '0', ...step.env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => chunks.push(chunk));
    }
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output: chunks.join('') }));
  });
}
