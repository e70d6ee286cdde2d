import { WebSocket } from 'ws';

export interface Message {
  id?: number;
  result?: unknown;
  error?: { code: number; message: string; data?: string };
  method?: string;
  params?: { result: unknown; subscription: string };
}

/** A bare JSON-RPC client: everything the server sends, in order, and ways to wait for it. */
export async function openSocket(url: string) {
  const client = new WebSocket(url);
  const messages: Message[] = [];
  let woken = (): void => undefined;
  client.on('message', (data) => {
    messages.push(JSON.parse(data.toString()) as Message);
    woken();
  });
  await new Promise((open) => client.once('open', open));
  const take = async (count: number): Promise<Message[]> => {
    while (messages.length < count) {
      await new Promise<void>((wake) => {
        woken = wake;
      });
    }
    return messages.splice(0, count);
  };
  const send = (method: string, ...params: unknown[]) =>
    client.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
  return {
    send,
    take,
    /** every message up to the answer of one more call */
    async rest(): Promise<Message[]> {
      client.send(JSON.stringify({ jsonrpc: '2.0', id: 'last', method: 'system_chain' }));
      const all: Message[] = [];
      for (;;) {
        const [message] = await take(1);
        if ((message?.id as unknown) === 'last') return all;
        all.push(message as Message);
      }
    },
    close: () => client.close(),
  };
}

/** What subscriptions told. */
export const results = (messages: Message[]): unknown[] => messages.map((message) => message.params?.result);
