import { UserError } from './user-error';

/** Flags of `npm start --`, each standing for one variable of the environment (see env.ts). */
export const FLAGS: Record<string, { variable: string; value: string; repeatable?: boolean }> = {
  '--endpoint': { variable: 'CHAIN_ENDPOINTS', value: 'wss://…', repeatable: true },
  '--genesis': { variable: 'CHAIN_GENESIS', value: '0x…' },
  '--profile': { variable: 'CHAIN_PROFILE', value: 'mainnet|devnet|{…}' },
  '--recording': { variable: 'CHAIN_RECORDING', value: 'FOLDER' },
  '--database': { variable: 'DATABASE_URL', value: 'postgres://…' },
  '--seed': { variable: 'DEVNET_SEED', value: 'N' },
  '--blocks': { variable: 'DEVNET_BLOCKS', value: 'N' },
  '--block-time-ms': { variable: 'DEVNET_BLOCK_TIME_MS', value: 'N' },
  '--data': { variable: 'MOHO_DATA_DIR', value: 'FOLDER' },
};

export function usage(): string {
  const flags = Object.entries(FLAGS).map(([flag, { value }]) => `[${flag} ${value}]`);
  return `npm start -- ${flags.join(' ')}`;
}

/**
 * Command line → the variables it sets. `--flag value` and `--flag=value` are the same; a repeatable flag becomes a
 * comma-separated list. Throws a UserError on anything it does not know.
 */
export function parseFlags(argv: string[]): Record<string, string> {
  const set: Record<string, string> = {};
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    const equals = word.indexOf('=');
    const name = word.startsWith('--') && equals > 0 ? word.slice(0, equals) : word;
    const flag = FLAGS[name];
    if (!flag) throw new UserError(`Unknown option ${name}; known are: ${Object.keys(FLAGS).join(', ')}.`);
    const value = name === word ? argv[++index] : word.slice(equals + 1);
    if (value === undefined || value === '' || (name === word && value.startsWith('--'))) {
      throw new UserError(`${name} needs a value: ${name} ${flag.value}.`);
    }
    const before = set[flag.variable];
    if (before !== undefined && !flag.repeatable) throw new UserError(`${name} is given twice.`);
    set[flag.variable] = before === undefined ? value : `${before},${value}`;
  }
  return set;
}
