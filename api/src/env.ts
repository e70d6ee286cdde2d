import { CHAIN_PROFILES, type ChainProfile, DEVNET_PROFILE } from '@moho/protocol/base';
import { z } from 'zod';

export interface Settings {
  databaseUrl: string;
  schema: string;
  host: string;
  port: number;
  profile: ChainProfile;
  /** /ready answers 503 while the index is further behind the chain than this */
  maxLagBlocks: number;
  /** 0x-hex; when given, an index of any other chain is refused by /ready */
  genesisHash: string | null;
  /** origins that browsers may call from, beside loopback ones */
  siteOrigins: string[];
}

const profileFields = Object.fromEntries(
  Object.keys(DEVNET_PROFILE).map((key) => [key, key === 'name' ? z.string().min(1) : z.int().min(0)]),
);
const profileShape = z.object(profileFields);

const parseProfile = (text: string): ChainProfile => {
  const known = CHAIN_PROFILES[text];
  if (known) return known;
  const names = Object.keys(CHAIN_PROFILES).join(', ');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`CHAIN_PROFILE is neither one of ${names} nor JSON: "${text.slice(0, 60)}"`);
  }
  const parsed = profileShape.safeParse(json);
  if (!parsed.success) {
    throw new Error(`CHAIN_PROFILE: ${parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`);
  }
  return parsed.data as unknown as ChainProfile;
};

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, `must be a whole number from 0 to ${most}`)
    .transform(Number)
    .refine((n) => n <= most, `must be a whole number from 0 to ${most}`);

const variables = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://'),
  DB_SCHEMA: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'must be a plain lower-case name')
    .default('moho'),
  API_HOST: z.string().min(1).default('127.0.0.1'),
  API_PORT: wholeNumber(65535).default(4350),
  CHAIN_PROFILE: z.string().default('mainnet'),
  MAX_LAG_BLOCKS: wholeNumber(2_147_483_647).default(20),
  CHAIN_GENESIS: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/, 'must be 0x and 64 hex digits')
    .optional(),
  SITE_ORIGINS: z.string().default(''),
});

/** Reads the process environment. Throws one sentence that names every wrong variable. */
export const readSettings = (env: Record<string, string | undefined>): Settings => {
  // an empty variable counts as not set, as in compose files
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return given[name] === undefined ? `${name} is not set` : `${name} ${issue.message}`;
    });
    throw new Error(`Wrong environment: ${issues.join('; ')}.`);
  }
  const values = parsed.data;
  return {
    databaseUrl: values.DATABASE_URL,
    schema: values.DB_SCHEMA,
    host: values.API_HOST,
    port: values.API_PORT,
    profile: parseProfile(values.CHAIN_PROFILE),
    maxLagBlocks: values.MAX_LAG_BLOCKS,
    genesisHash: values.CHAIN_GENESIS ?? null,
    siteOrigins: values.SITE_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  };
};
