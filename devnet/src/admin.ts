import { createServer, type IncomingMessage } from 'node:http';
import { fromElsewhere, type Listening, listen, reply } from './http';
import { InputError, messageOf } from './input-error';
import type { Faults } from './rpc/faults';
import type { BlockProducer, ChainSource } from './source/source';

const MAX_BLOCKS = 100_000;
const MAX_FORKS = 1000;

/** Whether a source makes its own blocks; a recording does not. */
export function isBlockProducer(source: ChainSource): source is ChainSource & BlockProducer {
  const maybe = source as Partial<BlockProducer>;
  return (
    typeof maybe.produce === 'function' &&
    typeof maybe.pause === 'function' &&
    typeof maybe.resume === 'function' &&
    typeof maybe.fork === 'function'
  );
}

const ROUTES =
  'GET /state, GET /faults, POST /produce?blocks=n, /fork?blocks=n&times=k, /upgrade?spec=n, /pause, /resume, /faults?seed=n&NAME=rate';

/** Commands to the chain itself and to the server before it, on a loopback port of their own. */
export function adminServer(source: ChainSource, port: number, faults: Faults): Promise<Listening> {
  return listen(
    createServer((request, response) => {
      const { status, body } = decide(source, faults, request);
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
  [
    '/fork',
    (producer: BlockProducer, query: URLSearchParams) => {
      const [blocks, times] = [blockCount(query.get('blocks')), wholeNumber('times', query.get('times'), MAX_FORKS)];
      for (let made = 0; made < times; made += 1) producer.fork(blocks);
    },
  ],
  ['/pause', (producer: BlockProducer) => producer.pause()],
  ['/resume', (producer: BlockProducer) => producer.resume()],
]);

function decide(source: ChainSource, faults: Faults, request: IncomingMessage): Answer {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (fromElsewhere(request)) return refuse(403, 'the admin interface answers pages of this machine only');
  const question = { '/state': () => stateOf(source), '/faults': faults.show }[pathname];
  if (question !== undefined && request.method === 'GET') return { status: 200, body: question() };
  const command = commands.get(pathname);
  if (command === undefined && pathname !== '/faults') {
    return question === undefined ? refuse(404, `the admin interface has ${ROUTES}`) : refuse(405, '/state wants GET');
  }
  if (request.method !== 'POST') return refuse(405, `${pathname} wants POST`);
  return answered(pathname, () => {
    if (command === undefined) {
      faults.set(searchParams);
      return faults.show();
    }
    if (!isBlockProducer(source)) throw new NotPossible('a recording makes no blocks of its own: it can only be read');
    command(source, searchParams);
    return stateOf(source);
  });
}

/** The chain behind this interface does not do such a thing. */
class NotPossible extends Error {}

function answered(pathname: string, work: () => object): Answer {
  try {
    return { status: 200, body: work() };
  } catch (error) {
    if (error instanceof NotPossible) return refuse(409, error.message);
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

const blockCount = (text: string | null): number => wholeNumber('blocks', text, MAX_BLOCKS);

function wholeNumber(name: string, text: string | null, max: number): number {
  const value = /^\d{1,6}$/.test(text ?? '1') ? Number(text ?? '1') : 0;
  if (value < 1 || value > max) throw new InputError(`${name} must be a whole number from 1 to ${max}`);
  return value;
}

const refuse = (status: number, error: string): Answer => ({ status, body: { error } });
