import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const require = createRequire(import.meta.url);
type Send = (method: string, params: unknown[]) => Promise<string>;
const { patient } = require('./patient.cjs') as {
  patient(send: Send, patienceMs?: number, againMs?: number): Send;
};

/** Fails with these messages, one for each try, then answers. */
const failing = (...messages: string[]) => {
  let tries = 0;
  const send = async () => {
    const message = messages[tries++];
    if (message !== undefined) throw new Error(message);
    return 'answer';
  };
  return { send, tries: () => tries };
};

it.each([
  'disconnected from ws://127.0.0.1:1: 1006:: Abnormal Closure',
  'WebSocket is not connected',
  'No response received from RPC endpoint in 60s',
  '-32029: Too Many Requests',
])('asks again after: %s', async (message) => {
  const provider = failing(message, message);
  expect(await patient(provider.send, 10_000, 1)('chain_getBlock', [])).toBe('answer');
  expect(provider.tries()).toBe(3);
});

it('does not ask again for what will not pass', async () => {
  const provider = failing('4003: Client(UnknownBlock("State already discarded"))');
  await expect(patient(provider.send, 10_000, 1)('state_getStorage', [])).rejects.toThrow('State already discarded');
  expect(provider.tries()).toBe(1);
});

it('gives up when its patience ends, with the last failure', async () => {
  const provider = { send: async () => Promise.reject(new Error('WebSocket is not connected')) };
  await expect(patient(provider.send, 20, 1)('chain_getBlock', [])).rejects.toThrow('not connected');
});
