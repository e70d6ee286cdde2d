import { createServer, type IncomingMessage } from 'node:http';
import { fromElsewhere, type Listening, listen, reply } from './http';
import { InputError, messageOf } from './input-error';
import type { BlockProducer, ChainSource } from './source/source';

const MAX_BLOCKS = 100_000;

/** Whether a source makes its own blocks; a recording does not. */
export function isBlockProducer(source: ChainSource): source is ChainSource & BlockProducer {
  const maybe = source as Partial<BlockProducer>;
  return typeof maybe.produce === 'function' && typeof maybe.pause === 'function' && typeof maybe.resume === 'function';
}

/** Commands to the chain itself, on a loopback port of their own: produce, upgrade, pause, resume, state. */
export function adminServer(source: ChainSource, port: number): Promise<Listening> {
  return listen(
    createServer((request, response) => {
      const { status, body } = decide(source, request);
      reply(response, status, `${JSON.stringify(body)}\n`, 'application/json');
    }),
    port,
  );
}

type Answer = { status: number; body: object };
type Command = (producer: BlockProducer, query: URLSearchParams) => void;

const commands: ReadonlyMap<string, Command> = new Map([
  ['/produce', (producer: BlockProducer, query: URLSearchParams) => producer.produce(blockCount(query.get('blocks')))],
  ['/upgrade', (producer: BlockProducer, query: URLSearchParams) => producer.upgrade(Number(query.get('spec')))],
  ['/pause', (producer: BlockProducer) => producer.pause()],
  ['/resume', (producer: BlockProducer) => producer.resume()],
]);

function decide(source: ChainSource, request: IncomingMessage): Answer {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (fromElsewhere(request)) return refuse(403, 'the admin interface answers pages of this machine only');
  if (pathname === '/state') {
    return request.method === 'GET' ? { status: 200, body: stateOf(source) } : refuse(405, '/state wants GET');
  }
  const command = commands.get(pathname);
  if (command === undefined) {
    return refuse(
      404,
      'the admin interface has GET /state and POST /produce?blocks=n, /upgrade?spec=n, /pause, /resume',
    );
  }
  if (request.method !== 'POST') return refuse(405, `${pathname} wants POST`);
  if (!isBlockProducer(source)) return refuse(409, 'a recording makes no blocks of its own: it can only be read');
  try {
    command(source, searchParams);
    return { status: 200, body: stateOf(source) };
  } catch (error) {
    if (error instanceof InputError) return refuse(400, error.message);
    console.error(`admin ${pathname} failed:`, error);
    return refuse(500, messageOf(error));
  }
}

function stateOf(source: ChainSource) {
  const head = source.head();
  return {
    chain: source.chainName,
    genesisHash: source.genesisHash,
    profile: source.profile.name,
    spec: source.runtimeVersion(head).specVersion,
    source: isBlockProducer(source) ? 'simulation' : 'recording',
    head,
    headHash: source.blockHash(head),
    finalized: source.finalized(),
    pendingExtrinsics: source.pending().length,
  };
}

function blockCount(text: string | null): number {
  const blocks = /^\d{1,6}$/.test(text ?? '1') ? Number(text ?? '1') : 0;
  if (blocks < 1 || blocks > MAX_BLOCKS) throw new InputError(`blocks must be a whole number from 1 to ${MAX_BLOCKS}`);
  return blocks;
}

const refuse = (status: number, error: string): Answer => ({ status, body: { error } });
