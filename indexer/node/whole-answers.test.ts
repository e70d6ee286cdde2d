import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { WsProvider } from '@polkadot/api';
import { expect, it } from 'vitest';
import { WebSocketServer } from 'ws';

/** The mend in the provider subql-node uses, against a server whose first answer ends in the middle. */
const require = createRequire(import.meta.url);
const { breakOnHalfAnswers } = require('./whole-answers.cjs') as { breakOnHalfAnswers(module: object): void };

it('an answer cut short is an error of its request, and the next one is answered over a new connection', async () => {
  const sockets = require('@polkadot/x-ws') as object;
  breakOnHalfAnswers(sockets);
  const Provider = (require('@polkadot/api') as { WsProvider: typeof WsProvider }).WsProvider;
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  let connections = 0;
  server.on('connection', (client) => {
    connections += 1;
    client.on('message', (data) => {
      const { id } = JSON.parse(data.toString()) as { id: number };
      const answer = JSON.stringify({ jsonrpc: '2.0', result: 'whole', id });
      client.send(connections === 1 ? answer.slice(0, 12) : answer);
    });
  });
  const provider = new Provider(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, 50);
  await provider.isReady;
  await expect(provider.send('system_chain', [])).rejects.toThrow(/disconnected/);
  await new Promise<void>((resolve) => {
    provider.on('connected', () => resolve());
    if (provider.isConnected) resolve();
  });
  expect(await provider.send('system_chain', [])).toBe('whole');
  expect(connections).toBe(2);
  await provider.disconnect();
  server.close();
});

it('refuses a library without the socket it mends', () => {
  expect(() => breakOnHalfAnswers({})).toThrow(/indexer\/node must be looked at again/);
});
