import type { RowStore } from '../read/stored-rows';
import { fromText, toText } from './text';

/** What a question to the store may be; the names are those of SubQuery's store. */
export const STORE_QUESTIONS = ['get', 'getByFields', 'bulkCreate', 'bulkRemove'] as const;
type Question = (typeof STORE_QUESTIONS)[number];

/** SubQuery's store; with this project's mends (`node/one-text.cjs`) it also answers a question given as one text. */
export type HostStore = RowStore & { ask?(question: string): Promise<string> };

/** The store as the handlers use it: by text where the node can, otherwise call by call. */
export const storeThrough = (host: HostStore): RowStore => {
  if (typeof host.ask !== 'function') return host;
  const ask = async (name: Question, ...args: unknown[]): Promise<unknown> =>
    fromText((await host.ask?.(toText([name, ...args]))) ?? '');
  return {
    get: async (entity, id) => (await ask('get', entity, id)) as { id: string } | undefined,
    getByFields: async (entity, filter, options) =>
      (await ask('getByFields', entity, filter, options)) as { id: string }[],
    bulkCreate: async (entity, rows) => void (await ask('bulkCreate', entity, rows)),
    bulkRemove: async (entity, ids) => void (await ask('bulkRemove', entity, ids)),
  };
};

/** The node's side: one question answered by its store. */
export const answer = async (store: RowStore, question: string): Promise<string> => {
  const [name, ...args] = fromText(question) as [Question, ...unknown[]];
  if (!STORE_QUESTIONS.includes(name)) throw new Error(`the store is not asked "${String(name)}"`);
  const method = store[name] as (...args: unknown[]) => Promise<unknown>;
  return toText(await method.apply(store, args));
};
