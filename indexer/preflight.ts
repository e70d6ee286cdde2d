import postgres from 'postgres';
import { WebSocket } from 'ws';

/** What a start must know before it lets the indexer loose on a database that already holds an index. */
export interface PreflightOptions {
  databaseUrl: string;
  schema: string;
  /** WebSocket or HTTP addresses of the chain; the first that answers is asked */
  endpoints: string[];
  /** the configured genesis hash */
  genesisHash: string;
}

/** A finding in one sentence, to be shown as it is. */
export class PreflightError extends Error {}

const TIMEOUT_MS = 20_000;

const callOverHttp = async (endpoint: string, body: string): Promise<unknown> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return response.json();
};

const callOverWebSocket = (endpoint: string, body: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(endpoint, { handshakeTimeout: TIMEOUT_MS });
    const timer = setTimeout(() => socket.terminate(), TIMEOUT_MS);
    socket.on('open', () => socket.send(body));
    socket.on('message', (data) => {
      try {
        resolve(JSON.parse(String(data)));
      } catch {
        reject(new Error('its answer is not JSON'));
      }
      socket.close();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(timer);
      reject(new Error('the connection closed without an answer'));
    });
  });

const blockHash = async (endpoint: string, height: number): Promise<string | null> => {
  const body = JSON.stringify({ id: 1, jsonrpc: '2.0', method: 'chain_getBlockHash', params: [height] });
  let answer: unknown;
  try {
    answer = await (/^wss?:/.test(endpoint) ? callOverWebSocket(endpoint, body) : callOverHttp(endpoint, body));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new PreflightError(`the chain at ${endpoint} does not answer: ${reason}`, { cause });
  }
  const { result, error } = answer as { result?: string | null; error?: { message: string } };
  if (error) throw new PreflightError(`the chain at ${endpoint} refuses chain_getBlockHash: ${error.message}`);
  return result ?? null;
};

const firstAnswer = async (endpoints: string[]): Promise<{ endpoint: string; genesis: string | null }> => {
  const failures: string[] = [];
  for (const endpoint of endpoints) {
    try {
      return { endpoint, genesis: await blockHash(endpoint, 0) };
    } catch (error) {
      if (!(error instanceof PreflightError)) throw error;
      failures.push(error.message);
    }
  }
  throw new PreflightError(failures.length > 0 ? failures.join('; ') : 'no chain endpoint given');
};

interface IndexedBlock {
  number: number;
  hash: string;
}

/** The indexed blocks whose numbers `choose` picks from the last one's, highest first. */
const indexedBlocks = async (
  databaseUrl: string,
  schema: string,
  choose: (last: number) => number[],
): Promise<IndexedBlock[]> => {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [table] = await sql`select to_regclass(${`${schema}.blocks`}) is not null as there`;
    if (!table?.there) return [];
    const current = sql`from ${sql(schema)}.blocks where upper_inf(_block_range)`;
    const [{ last }] = (await sql`select max(number) as last ${current}`) as unknown as [{ last: number | null }];
    if (last === null) return [];
    return await sql<IndexedBlock[]>`
      select number, hash ${current} and number in ${sql(choose(last))} order by number desc`;
  } finally {
    await sql.end();
  }
};

/** How far back a fork may reach; Substrate itself gives up waiting for finality after as many blocks. */
const DEEPEST_FORK = 512;

/** The last block, and some before it: where the chain has one of these, it is the same chain, forked since. */
const lastAndSomeBefore = (last: number): number[] => {
  const numbers = [last];
  for (let back = 1; back <= DEEPEST_FORK && last - back > 0; back *= 2) numbers.push(last - back);
  return numbers;
};

/** Refuses, in one clear sentence, a chain that does not answer or has another genesis. Returns the endpoint that answered. */
export const checkGenesis = async (endpoints: string[], genesisHash: string): Promise<string> => {
  const { endpoint, genesis } = await firstAnswer(endpoints);
  if (genesis !== genesisHash) {
    throw new PreflightError(
      `the chain at ${endpoint} has the genesis hash ${genesis}, not the configured ${genesisHash} (--genesis, CHAIN_GENESIS)`,
    );
  }
  return endpoint;
};

/**
 * Refuses, in one clear sentence, a chain with another genesis than configured, and one that is another chain than the
 * index was made of. A fork since is none: the indexer goes back to where it began. Returns the last indexed height, or
 * null when nothing is indexed yet.
 */
export const preflight = async (options: PreflightOptions): Promise<number | null> => {
  const { endpoints, genesisHash, databaseUrl, schema } = options;
  const endpoint = await checkGenesis(endpoints, genesisHash);
  const [last, ...before] = await indexedBlocks(databaseUrl, schema, lastAndSomeBefore);
  if (!last) return null;
  const hash = await blockHash(endpoint, last.number);
  if (hash === last.hash) return last.number;
  if (hash === null) {
    throw new PreflightError(
      `the chain at ${endpoint} has no block ${last.number}, which the index in "${schema}" ends with: it is another chain or lags behind`,
    );
  }
  for (const { number, hash: indexed } of before)
    if ((await blockHash(endpoint, number)) === indexed) return last.number;
  throw new PreflightError(
    `the chain at ${endpoint} has block ${last.number} as ${hash}, but the index in "${schema}" was made from a chain that has ${last.hash}: another chain, or one started anew`,
  );
};
