import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHAIN_PROFILES, type ChainProfile } from '@moho/protocol/base';
import { z } from 'zod';
import { parseFlags } from './flags';
import { type ChainChoice, DEFAULT_PORTS, type Hex, MAINNET_GENESIS, type StackOptions } from './options';
import { ROOT, userPath } from './paths';
import { UserError } from './user-error';

const port = (fallback: number) =>
  z.coerce.number('must be a port number').int().min(0, 'must be a port number').max(65535).default(fallback);
const count = z.coerce.number('must be a whole number').int('must be a whole number').min(0, 'must not be negative');
const hash = z.string().regex(/^0x[0-9a-f]{64}$/i, 'must be 0x and 64 hex digits');
const chainUrl = z.url({
  protocol: /^(wss?|https?)$/,
  error: 'must be ws://… or wss://… addresses, separated by commas',
});

/** Every variable `npm start` reads. README's table lists the same names (checked by a test). */
export const startEnvironment = z.object({
  CHAIN_ENDPOINTS: z
    .string()
    .transform((list) => list.split(',').map((part) => part.trim()))
    .pipe(z.array(chainUrl))
    .optional(),
  CHAIN_GENESIS: hash.optional(),
  CHAIN_PROFILE: z.string().optional(),
  CHAIN_RECORDING: z.string().optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://user:password@host:port/name' })
    .optional(),
  DEVNET_SEED: count.default(1),
  DEVNET_BLOCKS: count.optional(),
  DEVNET_BLOCK_TIME_MS: count.optional(),
  MOHO_DATA_DIR: z.string().optional(),
  MAX_LAG_BLOCKS: count.default(20),
  SITE_PORT: port(DEFAULT_PORTS.site),
  // read by the site itself; checked here so that a wrong one ends the start with one sentence
  SITE_URL: z
    .url({ protocol: /^https?$/, error: 'must be the origin of the site, such as https://moho.example' })
    .refine((url) => new URL(url).origin === url.replace(/\/$/, ''), {
      message: 'must be the origin of the site, such as https://moho.example',
    })
    .optional(),
  API_PORT: port(DEFAULT_PORTS.api),
  CHAIN_PORT: port(DEFAULT_PORTS.chain),
  CHAIN_ADMIN_PORT: port(DEFAULT_PORTS.chainAdmin),
  POSTGRES_PORT: port(DEFAULT_PORTS.postgres),
  INDEXER_PORT: port(DEFAULT_PORTS.indexer),
});

export type StartEnvironment = z.infer<typeof startEnvironment>;

const profileShape = z.record(z.string(), z.union([z.string(), z.number()]));

/** `mainnet`, `devnet`, or JSON whose fields replace those of mainnet. */
export function chainProfile(text: string): ChainProfile {
  const known = CHAIN_PROFILES[text];
  if (known) return known;
  const names = Object.keys(CHAIN_PROFILES).join(', ');
  const sentence = `CHAIN_PROFILE must be one of ${names}, or JSON such as {"name":"mine","slotBlocks":600}`;
  let given: Record<string, string | number>;
  try {
    given = profileShape.parse(JSON.parse(text));
  } catch {
    throw new UserError(`${sentence}; got ${text}.`);
  }
  const base = CHAIN_PROFILES.mainnet as ChainProfile;
  for (const [field, value] of Object.entries(given)) {
    if (!(field in base) || typeof value !== typeof base[field as keyof ChainProfile]) {
      throw new UserError(`${sentence}; ${field} is not a field of a profile or has the wrong kind of value.`);
    }
  }
  return { ...base, name: 'custom', ...given } as ChainProfile;
}

/** Which chain: endpoints win over nothing, a recording excludes them, else the local simulation. */
function chainChoice(env: StartEnvironment, paths: NodeJS.ProcessEnv): ChainChoice {
  if (env.CHAIN_RECORDING !== undefined && env.CHAIN_ENDPOINTS !== undefined) {
    throw new UserError('Give either --recording or --endpoint, not both: each is a chain of its own.');
  }
  if (env.CHAIN_ENDPOINTS !== undefined) {
    const genesis = (env.CHAIN_GENESIS ?? MAINNET_GENESIS).toLowerCase() as Hex;
    return { kind: 'endpoints', endpoints: env.CHAIN_ENDPOINTS, genesis };
  }
  if (env.CHAIN_GENESIS !== undefined) {
    throw new UserError('--genesis (CHAIN_GENESIS) says which chain an endpoint must be; give --endpoint with it.');
  }
  if (env.CHAIN_RECORDING !== undefined) {
    const folder = userPath(env.CHAIN_RECORDING, paths);
    if (!existsSync(join(folder, 'chain.json'))) {
      throw new UserError(`${folder} is not a recording: it holds no chain.json.`);
    }
    return { kind: 'recording', folder };
  }
  return {
    kind: 'simulation',
    seed: env.DEVNET_SEED,
    blocks: env.DEVNET_BLOCKS,
    blockTimeMs: env.DEVNET_BLOCK_TIME_MS,
  };
}

function validated(values: NodeJS.ProcessEnv): StartEnvironment {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
  const result = startEnvironment.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const name = String(issue?.path[0] ?? 'environment');
  throw new UserError(`${name} ${issue?.message ?? 'is not valid'} (got "${given[name] ?? ''}").`);
}

/** Command line and environment → options; the command line wins. Throws a UserError with one sentence. */
export function readOptions(argv: string[], env: NodeJS.ProcessEnv): StackOptions {
  const values = validated({ ...env, ...parseFlags(argv) });
  const chain = chainChoice(values, env);
  const profile = chainProfile(values.CHAIN_PROFILE ?? (chain.kind === 'simulation' ? 'devnet' : 'mainnet'));
  return {
    dataDir: values.MOHO_DATA_DIR === undefined ? join(ROOT, '.moho') : userPath(values.MOHO_DATA_DIR, env),
    chain,
    profile,
    databaseUrl: values.DATABASE_URL,
    maxLagBlocks: values.MAX_LAG_BLOCKS,
    ports: {
      site: values.SITE_PORT,
      api: values.API_PORT,
      chain: values.CHAIN_PORT,
      chainAdmin: values.CHAIN_ADMIN_PORT,
      postgres: values.POSTGRES_PORT,
      indexer: values.INDEXER_PORT,
    },
  };
}
