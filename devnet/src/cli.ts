import { parseArgs } from 'node:util';
import { CHAIN_PROFILES, type ChainProfile } from '@moho/protocol/base';
import { isSpecVersion, SPEC_VERSIONS, type SpecVersion } from './codec/metadata';
import { recordingSource, serve, simulationSource } from './index';
import { InputError, messageOf } from './input-error';
import { showProgress } from './progress';
import { PAST_BLOCKS, type PeopleSize, POPULATIONS } from './source/simulation/economy/people';
import type { Upgrades } from './source/simulation/upgrade';
import type { ChainSource } from './source/source';

/** Block 0's time unless told otherwise: the same for everybody, so that the same seed makes the same blocks. */
const FIRST_TIME = '2024-01-01T00:00:00Z';

const USAGE = `Serves a local Crust chain on 127.0.0.1.

  --port N           JSON-RPC over WebSocket and HTTP (9944; 0: any free port)
  --admin-port N     admin interface (9945; 0: any free port)
  --unsafe-rpc       answer what nodes keep from the public, too: system_dryRun
  --recording FOLDER replay a recorded chain
or simulate one:
  --seed N           seed of the economy (1)
  --blocks N         past blocks made at the first start (${PAST_BLOCKS.dozens}; of thousands ${PAST_BLOCKS.thousands})
  --genesis-time T   time of block 0, or "now" for past blocks that end now (${FIRST_TIME})
  --interval MS      time between new blocks (6000; 0: none by itself); --block-time-ms is the same
  --finality-lag N   blocks at the head that are not final and can be forked away (0)
  --data DIR         where its genesis time and journal are kept (nowhere)
  --busy N           plain transfers added to every block, to measure with (0)
  --spec N           runtime of its genesis: ${SPEC_VERSIONS.join(', ')} (25)
  --upgrade LIST     upgrades of its runtime, BLOCK:SPEC separated by commas
  --profile NAME     lengths and offsets: ${Object.keys(CHAIN_PROFILES).join(', ')}, or a whole profile as JSON (devnet)
  --people SIZE      how many live on it: ${Object.keys(POPULATIONS).join(', ')} (dozens)
  --scenario NAMES   play these instead of the everyday ones; several separated by commas
`;

/** exit code of the fault `die` */
const DIED = 70;

const OPTIONS = {
  port: { type: 'string', default: '9944' },
  'admin-port': { type: 'string', default: '9945' },
  recording: { type: 'string' },
  seed: { type: 'string' },
  blocks: { type: 'string' },
  'block-time-ms': { type: 'string' },
  'genesis-time': { type: 'string' },
  interval: { type: 'string' },
  'finality-lag': { type: 'string' },
  'unsafe-rpc': { type: 'boolean', default: false },
  data: { type: 'string' },
  busy: { type: 'string' },
  profile: { type: 'string' },
  spec: { type: 'string' },
  upgrade: { type: 'string' },
  people: { type: 'string' },
  scenario: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** as long as a node waits for finality before it gives a transaction up */
const MAX_FINALITY_LAG = 512;
const OF_A_SIMULATION = [
  'seed',
  'blocks',
  'block-time-ms',
  'genesis-time',
  'interval',
  'finality-lag',
  'data',
  'busy',
  'profile',
  'spec',
  'upgrade',
  'people',
  'scenario',
] as const;

type Values = ReturnType<typeof readOptions>;

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new InputError(messageOf(error));
  }
}

function number(values: Values, name: keyof Values & string, fallback: number, max: number): number {
  const text = values[name];
  if (text === undefined) return fallback;
  if (typeof text !== 'string' || !/^\d+$/.test(text) || Number(text) > max) {
    throw new InputError(`--${name} must be a whole number from 0 to ${max}, not "${String(text)}"`);
  }
  return Number(text);
}

function intervalOf(values: Values, profile: ChainProfile): number {
  if (values.interval !== undefined && values['block-time-ms'] !== undefined) {
    throw new InputError('--interval and --block-time-ms mean the same: give one of them');
  }
  const name = values.interval === undefined ? 'block-time-ms' : 'interval';
  return number(values, name, profile.blockTimeMs, 86_400_000);
}

/** ms since 1970; undefined for past blocks that end now. */
function genesisTimeOf({ 'genesis-time': text = FIRST_TIME }: Values): number | undefined {
  if (text === 'now') return undefined;
  const time = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!(time > 0)) throw new InputError(`--genesis-time must be "now" or a time such as ${FIRST_TIME}, not "${text}"`);
  return time;
}

function profileOf(name: string): ChainProfile {
  const profile = name.startsWith('{') ? profileFrom(name) : CHAIN_PROFILES[name];
  if (profile === undefined) {
    throw new InputError(`--profile must be one of ${Object.keys(CHAIN_PROFILES).join(', ')}, not "${name}"`);
  }
  return profile;
}

/** A whole profile as JSON, as `npm start` passes it on. */
function profileFrom(json: string): ChainProfile {
  const { devnet } = CHAIN_PROFILES;
  const given = parsed(json);
  const wanted = Object.entries(devnet ?? {});
  const wrong = wanted.find(([field, value]) => typeof given[field] !== typeof value);
  if (wrong !== undefined) throw new InputError(`--profile given as JSON must say what ${wrong[0]} is`);
  return Object.fromEntries(wanted.map(([field]) => [field, given[field]])) as unknown as ChainProfile;
}

function parsed(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch (error) {
    throw new InputError(`--profile is no JSON: ${messageOf(error)}`);
  }
}

function peopleOf(name: string): PeopleSize {
  const size = (Object.keys(POPULATIONS) as PeopleSize[]).find((each) => each === name);
  if (size !== undefined) return size;
  throw new InputError(`--people must be one of ${Object.keys(POPULATIONS).join(', ')}, not "${name}"`);
}

function specOf(text: string): SpecVersion {
  const version = Number(text);
  if (!isSpecVersion(version)) throw new InputError(`--spec must be one of ${SPEC_VERSIONS.join(', ')}, not "${text}"`);
  return version;
}

function upgradesOf(text: string): Upgrades {
  return text.split(',').map((each) => {
    const [block, spec] = (/^(\d{1,9}):(\d+)$/.exec(each) ?? []).slice(1).map(Number);
    if (block === undefined || spec === undefined || !isSpecVersion(spec)) {
      throw new InputError(
        `--upgrade wants BLOCK:SPEC with one of the specs ${SPEC_VERSIONS.join(', ')}, not "${each}"`,
      );
    }
    return [block, spec];
  });
}

function sourceOf(values: Values): Promise<ChainSource & { close?(): Promise<void> | void }> {
  if (values.recording === undefined) {
    const profile = profileOf(values.profile ?? 'devnet');
    const people = values.people === undefined ? undefined : peopleOf(values.people);
    const genesisTimeMs = genesisTimeOf(values);
    return simulationSource({
      seed: number(values, 'seed', 1, Number.MAX_SAFE_INTEGER),
      blocks: number(values, 'blocks', PAST_BLOCKS[people ?? 'dozens'], 10_000_000),
      blockTimeMs: intervalOf(values, profile),
      finalityLag: number(values, 'finality-lag', 0, MAX_FINALITY_LAG),
      onProgress: showProgress(),
      profile,
      ...(genesisTimeMs === undefined ? {} : { genesisTimeMs }),
      busy: number(values, 'busy', 0, 1000),
      dataDir: values.data,
      people,
      scenarios: values.scenario?.split(','),
      ...(values.spec === undefined ? {} : { spec: specOf(values.spec) }),
      ...(values.upgrade === undefined ? {} : { upgrades: upgradesOf(values.upgrade) }),
    });
  }
  for (const name of OF_A_SIMULATION) {
    if (values[name] !== undefined)
      throw new InputError(`--${name} belongs to a simulated chain and not to --recording`);
  }
  return recordingSource(values.recording);
}

async function main(): Promise<void> {
  const values = readOptions(process.argv.slice(2));
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const port = number(values, 'port', 9944, 65_535);
  const adminPort = number(values, 'admin-port', 9945, 65_535);
  const source = await sourceOf(values);
  const served = await serve({
    source,
    port,
    adminPort,
    unsafe: values['unsafe-rpc'],
    die: dieByFault,
    onFaults: (plan) => console.error(`devnet: ${plan}`),
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await served.close();
    await source.close?.();
    // a producing source may hold a timer that nobody needs any more
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().catch(fail));
  console.log(
    `devnet ready ${served.url} genesis ${source.genesisHash} head ${source.head()} admin ${served.adminUrl}`,
  );
}

/** As a crash: nothing is closed, and the exit code is not 0. */
function dieByFault(): never {
  console.error('devnet: the fault "die" ends this process');
  process.exit(DIED);
}

function fail(error: unknown): never {
  console.error(error instanceof InputError ? `devnet: ${error.message}` : error);
  process.exit(1);
}

main().catch(fail);
