import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../start/testing';
import { givenRecordings } from './recordings';
import { runStep } from './run-step';
import { closingLine, measuredLines } from './step';
import { testSteps } from './steps';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const node = (script: string) => ({ name: 'x', command: process.execPath, args: ['-e', script] });

test('a step passes or fails by its exit code and keeps what it said', async () => {
  expect(await runStep(node("console.log('one'); console.log('two')"))).toMatchObject({
    passed: 1,
    failed: 0,
    lastLine: 'two',
  });
  expect(await runStep(node('process.exit(2)'))).toMatchObject({ passed: 0, failed: 1 });
  expect(await runStep({ name: 'x', command: '/nowhere/at/all', args: [] })).toMatchObject({ failed: 1 });
});

test('a test run that leaves no report is a failure', async () => {
  expect(await runStep({ ...node('0'), args: ['-e', '0', '--'], tests: true })).toMatchObject({ passed: 0, failed: 1 });
});

test('what a test measured is shown although it passed', async () => {
  const { output } = await runStep(node("console.log('noise'); console.log('measured: 7 s')"));
  expect(measuredLines(output)).toEqual(['measured: 7 s']);
});

test('nothing proved is not a success', () => {
  expect(closingLine([])).toEqual({ line: '0 passed, 0 failed', ok: false });
  expect(closingLine([{ passed: 3, failed: 1 }])).toEqual({ line: '3 passed, 1 failed', ok: false });
  expect(closingLine([{ passed: 3, failed: 0 }])).toEqual({ line: '3 passed, 0 failed', ok: true });
});

test('recordings are found, and a folder without any is an error', () => {
  expect(givenRecordings(undefined)).toBeUndefined();
  expect(givenRecordings('')).toBeUndefined();
  expect(() => givenRecordings(folder.path)).toThrow('holds no recording');
  expect(() => givenRecordings(join(folder.path, 'none'))).toThrow('does not exist');
  for (const name of ['b', 'a']) {
    mkdirSync(join(folder.path, name));
    writeFileSync(join(folder.path, name, 'chain.json'), '{}');
  }
  expect(givenRecordings(folder.path)).toEqual([join(folder.path, 'a'), join(folder.path, 'b')]);
  expect(givenRecordings(join(folder.path, 'a'))).toEqual([join(folder.path, 'a')]);
});

test('every recording given is compared', () => {
  const compared = (recordings?: string[]) =>
    testSteps(recordings, '/copy').filter(({ args }) => args.includes('--recording'));
  expect(compared()).toEqual([]);
  expect(compared(['/r/a', '/r/b']).map(({ args }) => args.at(-1))).toEqual(['/r/a', '/r/b']);
});

test('three simulated chains are compared, and two on which everything goes wrong', () => {
  const seedsOf = (option: string) => {
    const [{ args } = { args: [] as string[] }] = testSteps(undefined, '/copy').filter((step) =>
      step.args.includes(option),
    );
    const [from = 0, to = 0] = (args.at(-1) ?? '').split('-').map(Number);
    return to - from + 1;
  };
  expect([seedsOf('--seeds'), seedsOf('--fault-seeds')]).toEqual([3, 2]);
});

test('the copy that people visit is made before a browser opens it, and nothing runs beside the browser', () => {
  const steps = testSteps(undefined, '/copy');
  const [browser, ...after] = steps.slice(steps.findIndex(({ env }) => env?.E2E_COPY === '/copy'));
  expect(after).toEqual([]);
  expect(browser).toMatchObject({ alone: true });
  expect(steps.filter(({ args }) => args.at(-1) === '/copy')).toHaveLength(1);
});
