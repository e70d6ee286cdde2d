import { expect, test } from 'vitest';
import { cpuLine, cpuPerRequest, cpuSoFar } from './cpu';

test.runIf(process.platform === 'linux')('what a process worked is what it counted itself', () => {
  const before = cpuSoFar({ me: process.pid });
  const own = process.cpuUsage();
  const until = performance.now() + 300;
  while (performance.now() < until);
  const worked = process.cpuUsage(own);
  const [used] = Object.values(cpuPerRequest(before, cpuSoFar({ me: process.pid }), 1) ?? {});
  // ticks are 10 ms, and looking takes time too
  expect(used).toBeGreaterThan((worked.user + worked.system) / 1000 - 30);
  expect(used).toBeLessThan((worked.user + worked.system) / 1000 + 200);
});

test('the line names all parts and their sum', () => {
  expect(cpuLine(cpuPerRequest({ a: 10, b: 0 }, { a: 40, b: 5 }, 10) ?? {})).toBe(
    'a 3.0, b 0.5: 3.5 ms of CPU a request',
  );
});
