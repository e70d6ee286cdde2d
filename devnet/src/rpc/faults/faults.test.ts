import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Served, serve } from '../../serve';
import { testChain } from '../../test-support/chain';
import { rpcOver } from '../../test-support/http';

let served: Served;
let ends = 0;
let plans: string[] = [];

beforeEach(async () => {
  ends = 0;
  plans = [];
  served = await serve({
    source: testChain(),
    port: 0,
    adminPort: 0,
    die: () => {
      ends += 1;
    },
    onFaults: (plan) => void plans.push(plan),
  });
});
afterEach(() => served.close());

const plan = async (query: string) => {
  const response = await fetch(`${served.adminUrl}/faults?${query}`, { method: 'POST' });
  expect(response.status).toBe(200);
};
const request = (id: number) => JSON.stringify({ jsonrpc: '2.0', id, method: 'system_chain' });
const answerOf = (id: number) => JSON.stringify({ jsonrpc: '2.0', result: 'Crust Test', id });

async function open(): Promise<{ client: WebSocket; told: string[]; until(count: number): Promise<void> }> {
  const client = new WebSocket(served.url);
  const told: string[] = [];
  client.on('message', (data) => told.push(data.toString()));
  await once(client, 'open');
  return {
    client,
    told,
    async until(count) {
      while (told.length < count) await once(client, 'message');
    },
  };
}
/** A socket opened before the plan: what its answers 1, 2, … suffer. */
async function planned(query: string) {
  const socket = await open();
  await plan(query);
  return socket;
}

describe('over a WebSocket', () => {
  it('drop: the connection ends instead of an answer', async () => {
    const { client, told } = await planned('drop=1');
    client.send(request(1));
    await once(client, 'close');
    expect(told).toEqual([]);
  });

  it('truncate: an answer ends in the middle', async () => {
    const { client, told, until } = await planned('seed=3&truncate=1');
    client.send(request(1));
    await until(1);
    expect(answerOf(1).startsWith(told[0] as string)).toBe(true);
    expect(told[0]?.length).toBeLessThan(answerOf(1).length);
  });

  it('duplicate: an answer is sent twice', async () => {
    const { client, told, until } = await planned('duplicate=1');
    client.send(request(1));
    await until(2);
    expect(told).toEqual([answerOf(1), answerOf(1)]);
  });

  it('429: a call is refused under its id, in a batch each one', async () => {
    const { client, told, until } = await planned('429=1');
    client.send(request(7));
    client.send(`[${request(8)},${request(9)}]`);
    await until(2);
    const refusal = (id: number) => ({ jsonrpc: '2.0', error: { code: -32029, message: 'Too Many Requests' }, id });
    expect(told.map((text) => JSON.parse(text))).toEqual([refusal(7), [refusal(8), refusal(9)]]);
  });

  it('delay: everything on the connection waits, and keeps its order', async () => {
    const { client, told, until } = await planned('seed=5&delay=0.5&delayMs=40');
    for (let id = 1; id <= 40; id += 1) client.send(request(id));
    await until(40);
    expect(told).toEqual(Array.from({ length: 40 }, (_, i) => answerOf(i + 1)));
  });

  it('reorder: answers trade places, none is lost, and the last leaves although nothing follows', async () => {
    const { client, told, until } = await planned('seed=5&reorder=0.3');
    for (let id = 1; id <= 40; id += 1) client.send(request(id));
    await until(40);
    const sent = Array.from({ length: 40 }, (_, i) => answerOf(i + 1));
    expect(told).not.toEqual(sent);
    expect([...told].sort()).toEqual([...sent].sort());
    await plan('reorder=1');
    client.send(request(99));
    await until(41);
    expect(told.at(-1)).toBe(answerOf(99));
  });

  it('die: the process ends', async () => {
    const { client } = await planned('die=1');
    client.send(request(1));
    while (ends === 0) await new Promise((later) => setImmediate(later));
    expect(ends).toBe(1);
  });

  it('the same seed strikes the same answers', async () => {
    const run = async () => {
      const { client, told } = await planned('seed=11&duplicate=0.2&429=0.2');
      for (let id = 1; id <= 50; id += 1) client.send(request(id));
      while (!told.at(-1)?.includes('"id":50')) await once(client, 'message');
      client.close();
      return told.filter((text) => !text.includes('"id":50'));
    };
    expect(await run()).toEqual(await run());
    expect(plans[0]).toMatch(/^faults: seed 11, duplicate 0.2, 429 0.2, delays up to 500 ms; the first: \d+ /);
    expect(plans[0]).toBe(plans[1]);
  });

  it('a handshake is dropped or refused as well', async () => {
    for (const [fault, message] of [
      ['429', /429/],
      ['drop', /socket hang up/],
    ] as const) {
      await plan(`${fault}=1`);
      const client = new WebSocket(served.url);
      const [error] = (await once(client, 'error')) as [Error];
      expect(error.message).toMatch(message);
    }
  });
});

describe('over HTTP', () => {
  const post = (id: number) => rpcOver(served.port).post(request(id));

  it('429 is the status, drop ends the connection, truncate cuts the body, the rest arrives', async () => {
    await plan('429=1');
    expect((await post(1)).status).toBe(429);
    await plan('drop=1');
    await expect(post(1)).rejects.toThrow();
    await plan('seed=3&truncate=1');
    const cut = await (await post(1)).text();
    expect(answerOf(1).startsWith(cut) && cut.length < answerOf(1).length).toBe(true);
    for (const fault of ['duplicate', 'reorder', 'delay']) {
      await plan(`${fault}=1&delayMs=20`);
      expect(await (await post(4)).text()).toBe(answerOf(4));
    }
  });
});
