import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeSpec, temporaryFolder, testRoom } from '../../scripts/start/testing';
import { openScope, scoped, startOnce } from './run-once';

let folder: ReturnType<typeof temporaryFolder>;
let room: ReturnType<typeof testRoom>;
beforeEach(() => {
  folder = temporaryFolder();
  room = testRoom(folder.path);
});
afterEach(() => folder.remove());

const forever = nodeSpec('worker', 'console.log("up"); setInterval(() => {}, 1000)');
const ready = async (child: { line(pattern: RegExp): Promise<unknown> }) => void (await child.line(/^up$/));
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process
  }
};

it('a scope ends what it was given last first, also after a failure', async () => {
  const order: number[] = [];
  const work = scoped(async (scope) => {
    for (const n of [1, 2, 3])
      scope.defer(async () => {
        order.push(n);
        if (n === 3) throw new Error('three');
      });
    throw new Error('work');
  });
  await expect(work).rejects.toThrow();
  expect(order).toEqual([3, 2, 1]);
});

it('a process ends with its scope', async () => {
  const scope = openScope();
  const { child } = await startOnce({ spec: forever, ready }, room, scope);
  expect(isAlive(child.pid)).toBe(true);
  await scope.close();
  expect(isAlive(child.pid)).toBe(false);
});

it('the end of a process is the failure of whoever waits, with its cause', async () => {
  const scope = openScope();
  const spec = nodeSpec('worker', 'console.log("up"); setTimeout(() => { throw new Error("out of luck") }, 100)');
  const { during } = await startOnce({ spec, ready }, room, scope);
  await expect(during(new Promise(() => undefined))).rejects.toThrow(/^the worker ended \(.*out of luck/);
  await scope.close();
});

it('a stop reaches whoever waits, and leaves nothing running', async () => {
  const scope = openScope();
  const { child, during } = await startOnce({ spec: forever, ready }, room, scope);
  const waiting = during(new Promise(() => undefined));
  room.abort();
  await expect(waiting).rejects.toThrow(/stopped/);
  await scope.close();
  expect(isAlive(child.pid)).toBe(false);
});
