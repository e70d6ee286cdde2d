import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort, whyNotFree } from './free-port';

test('nobody is given a port that somebody else was given, though nobody listens yet', async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, freePort));
  expect(new Set(ports).size).toBe(ports.length);
  for (const port of ports.slice(0, 5)) expect(await whyNotFree(port)).toBeUndefined();
});

test('a port somebody listens on is not free', async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await whyNotFree(port)).toBe('EADDRINUSE');
  await new Promise((resolve) => server.close(resolve));
});
