import { blake2AsHex } from '@polkadot/util-crypto';
import type { ChainReader } from './chain';
import type { EventBytes } from './chain-facts';
import type { ItemResult, Mismatch } from './compare';
import type { Ask, Row } from './graphql';
import type { AnyJson } from './json';
import type { Overrides } from './overrides';

/** A receipt as the API gives it, and where it hangs. */
export interface Receipt {
  kind: 'STORAGE' | 'EVENT' | 'BLOCK' | 'DERIVED';
  block: number;
  blockHash: string | null;
  storageKey: string | null;
  rawValue: string | null;
  rawNote: string;
  eventIndex: number | null;
  extrinsicIndex: number | null;
  rpcMethod: string;
  rpcParams: string[];
  rule: string | null;
  sources: { name: string; prefix: string | null }[];
  rowCount: number | null;
  of: string;
}

const RECEIPT = `{ kind block blockHash storageKey rawValue rawNote eventIndex extrinsicIndex rpcMethod rpcParams rule
  sources { name prefix } rowCount }`;
const FIGURES = `figureReceipts { figure receipt ${RECEIPT} }`;

/** Everything of a block that has receipts of stored values. */
const STATE: Record<string, string> = {
  files: `id state { receipt ${RECEIPT} } ${FIGURES}`,
  replicas: `id receipt ${RECEIPT}`,
  sworkers: `id receipt ${RECEIPT}`,
  sworkIdentities: `id receipt ${RECEIPT}`,
  enclaveKeys: `id receipt ${RECEIPT}`,
  sworkerCodes: `id receipt ${RECEIPT}`,
  groups: `id receipt ${RECEIPT} ${FIGURES}`,
  bonded: `id receipt ${RECEIPT}`,
  ledgers: `id receipt ${RECEIPT}`,
  stakeLimits: `id receipt ${RECEIPT}`,
  validators: `id receipt ${RECEIPT} stakeLimitReceipt ${RECEIPT} ${FIGURES}`,
  guarantors: `id receipt ${RECEIPT}`,
  guarantees: `id receipt ${RECEIPT}`,
  merchants: `id receipt ${RECEIPT}`,
  sworkBenefits: `id receipt ${RECEIPT}`,
  eras: `id ${FIGURES}`,
  validatorEras: `id receipt ${RECEIPT} ${FIGURES}`,
  guarantorEras: `id receipt ${RECEIPT}`,
};

/** What happened; the newest of each, once. */
const RECORDS: Record<string, string> = {
  blocks: `id receipt ${RECEIPT} extrinsics(first: 5) { nodes { id receipt ${RECEIPT} } }`,
  events: `id receipt ${RECEIPT}`,
  orders: `id provenance { receipt ${RECEIPT} } ${FIGURES}`,
  fileEvents: `id provenance { receipt ${RECEIPT} }`,
  rewards: `id provenance { receipt ${RECEIPT} }`,
  slashes: `id provenance { receipt ${RECEIPT} }`,
  slotReports: `id provenance { receipt ${RECEIPT} } ${FIGURES}`,
  slotSummaries: `id ${FIGURES}`,
  prices: `id ${FIGURES}`,
};

const PER_LIST = 60;

/** Every receipt inside an answer, named by where it stands. */
const receiptsIn = (value: AnyJson | undefined, of: string): Receipt[] => {
  if (Array.isArray(value)) return value.flatMap((item) => receiptsIn(item, of));
  if (value === null || typeof value !== 'object') return [];
  if ('rpcMethod' in value) return [{ ...(value as unknown as Receipt), of }];
  const name = [of, value.figure ?? value.id].filter((part) => part != null).join(' ');
  return Object.values(value).flatMap((item) => receiptsIn(item, name));
};

const listed = async (ask: Ask, name: string, selection: string, args: string): Promise<Receipt[]> => {
  const answer = await ask(`{ page: ${name}(first: ${PER_LIST}${args}) { nodes { ${selection} } } }`);
  return receiptsIn((answer.page as Row).nodes, name);
};

/** Receipts of the state as of a block. */
export const stateReceipts = async (ask: Ask, at: number): Promise<Receipt[]> => {
  const found: Receipt[] = [];
  for (const [name, selection] of Object.entries(STATE))
    found.push(...(await listed(ask, name, selection, `, at: ${at}`)));
  const closed = `, at: ${at}, filter: { status: CLOSED }`;
  found.push(...(await listed(ask, 'files', `id state { receipt ${RECEIPT} }`, closed)));
  const { network } = await ask(
    `{ network(at: ${at}) { receipts { figure receipt ${RECEIPT} } ${FIGURES} price { ${FIGURES} } lastSlot { ${FIGURES} } } }`,
  );
  return [...found, ...receiptsIn(network, 'network')];
};

/** Receipts of the newest records. */
export const recordReceipts = async (ask: Ask): Promise<Receipt[]> => {
  const found: Receipt[] = [];
  for (const [name, selection] of Object.entries(RECORDS)) found.push(...(await listed(ask, name, selection, '')));
  return found;
};

interface Answers {
  chain: ChainReader;
  call: (method: string, params: AnyJson[]) => Promise<AnyJson>;
  eventFields: (block: number) => Promise<EventBytes[]>;
}

/** The chain's answers, each asked for once. */
const remembering = (chain: ChainReader): Answers => {
  const calls = new Map<string, Promise<AnyJson>>();
  const events = new Map<number, Promise<EventBytes[]>>();
  const once = <K, V>(known: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> => {
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
  return {
    chain,
    call: (method, params) => once(calls, `${method} ${JSON.stringify(params)}`, () => chain.call(method, params)),
    eventFields: (block) => once(events, block, () => chain.eventFields(block)),
  };
};

const NOT_KEPT = /^The index does not keep every part/;
/** The only values the index may admit not to keep whole: those an index that begins late cannot know. */
const MAY_LACK = /^network (Staking\.ActiveEra|activeEra|currentEra)$/;
/** And a file whose stored blocks (bytes 16 to 24 of its row) have more than 31 bits. */
const hasFarBlocks = (raw: AnyJson): boolean =>
  typeof raw === 'string' && [16, 20].some((at) => Buffer.from(raw.slice(2), 'hex').readUInt32LE(at) >= 2 ** 31 - 1);

/** Pallets whose events carry the figures shown: all their types are known. */
const ALWAYS_ENCODED = new Set([
  'market',
  'swork',
  'staking',
  'benefits',
  'balances',
  'treasury',
  'system',
  'session',
  'utility',
  'multisig',
  'grandpa',
]);

/** What the chain says where the receipt says `rawValue`; undefined when there is nothing to compare. */
const onChain = async (r: Receipt, { call, eventFields }: Answers): Promise<AnyJson | undefined> => {
  const params = r.rpcParams.map((param) => JSON.parse(param) as AnyJson);
  const answer = r.rpcMethod === 'state_getKeysPaged' ? null : await call(r.rpcMethod, params);
  switch (r.kind) {
    case 'STORAGE':
      return answer;
    case 'EVENT': {
      if (r.eventIndex === null) return undefined;
      const event = (await eventFields(r.block))[r.eventIndex];
      // of other pallets the API may say that it does not know every type
      if (r.rawValue === null && event !== undefined && !ALWAYS_ENCODED.has(event.pallet)) return undefined;
      return event?.fields ?? null;
    }
    case 'BLOCK': {
      if (r.extrinsicIndex === null) return call('chain_getBlockHash', [r.block]);
      const { block } = answer as { block: { extrinsics: string[] } };
      return blake2AsHex(block.extrinsics[r.extrinsicIndex] ?? '0x');
    }
    case 'DERIVED':
      return undefined;
  }
};

/** Keys under the receipt's maps, where it counts keys. Two maps can hold one thing for a while (a file, in spec 17). */
const countedKeys = async (r: Receipt, { chain }: Answers): Promise<number | undefined> => {
  if (r.kind !== 'DERIVED' || !r.rule?.startsWith('Counted are the keys of ')) return undefined;
  const things = new Set<string>();
  for (const { prefix } of r.sources)
    if (prefix !== null) for (const key of await chain.keys(prefix, r.block)) things.add(key.slice(prefix.length));
  return things.size;
};

const excusedBy = (overrides: Overrides, r: Receipt): boolean =>
  r.kind === 'DERIVED'
    ? overrides.at(r.block).some((key) => r.sources.some(({ prefix }) => prefix !== null && key.startsWith(prefix)))
    : r.storageKey !== null && overrides.excused(r.storageKey, r.block);

/** Compares receipts with what their own calls answer: one result for each kind. */
export const compareReceipts = async (
  receipts: Receipt[],
  chain: ChainReader,
  overrides: Overrides,
): Promise<ItemResult[]> => {
  const answers = remembering(chain);
  const results = new Map<string, ItemResult>();
  for (const r of receipts) {
    const item = `Receipt ${r.kind}`;
    const result = results.get(item) ?? { item, keysCompared: 0, overridden: 0, mismatches: [] as Mismatch[] };
    results.set(item, result);
    const wrong = (field: string, chainSays: AnyJson, indexSays: AnyJson) =>
      result.mismatches.push({ item, block: r.block, id: r.of, field, chain: chainSays, index: indexSays });
    const hash = await answers.call('chain_getBlockHash', [r.block]);
    if (hash !== r.blockHash) wrong('blockHash', hash, r.blockHash);
    if (excusedBy(overrides, r)) {
      result.overridden += 1;
      continue;
    }
    result.keysCompared += 1;
    if (r.kind === 'STORAGE' && NOT_KEPT.test(r.rawNote)) {
      const mayLack =
        MAY_LACK.test(r.of) || (r.of.startsWith('files ') && hasFarBlocks((await onChain(r, answers)) ?? null));
      if (!mayLack) wrong('rawNote', 'a value', r.rawNote);
      continue;
    }
    const value = await onChain(r, answers);
    if (value !== undefined && value !== r.rawValue) wrong('rawValue', value, r.rawValue);
    const keys = await countedKeys(r, answers);
    if (keys !== undefined && keys !== r.rowCount) wrong('rowCount', keys, r.rowCount);
  }
  return [...results.values()];
};

/** All receipts of a chain: the state's at each height, the records' once. */
export const compareAllReceipts = async (
  chain: ChainReader,
  ask: Ask,
  heights: number[],
  overrides: Overrides,
): Promise<ItemResult[]> => {
  const found = await recordReceipts(ask);
  for (const height of heights) found.push(...(await stateReceipts(ask, height)));
  return compareReceipts(found, chain, overrides);
};
