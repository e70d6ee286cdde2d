import { resolve } from 'node:path';
import { UserError } from '../../../scripts/start/user-error';

export interface FilesBenchOptions {
  /** sizes of the made-up indexes, each measured in turn */
  files: number[];
  seconds: number;
  seed: number;
  /** folder that keeps the databases for the next run; without it a temporary one */
  data: string | null;
}

export const USAGE = 'npm run bench:files -- [--files 10000,1000000] [--seconds 30] [--seed 1] [--data FOLDER]';

const DEFAULTS: FilesBenchOptions = { files: [10_000, 1_000_000], seconds: 30, seed: 1, data: null };
const MOST_FILES = 5_000_000;

const whole = (name: string, text: string, most: number): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1 || Number(text) > most)
    throw new UserError(`${name} is a whole number from 1 to ${most}, not "${text}": ${USAGE}.`);
  return Number(text);
};

/** Command line → what to measure. Throws a UserError with one sentence. */
export const readFilesOptions = (argv: string[]): FilesBenchOptions => {
  const options = { ...DEFAULTS };
  for (let i = 0; i < argv.length; i += 2) {
    const [name, value] = [argv[i], argv[i + 1]];
    if (value === undefined || value.startsWith('--')) throw new UserError(`${name} needs a value: ${USAGE}.`);
    if (name === '--files') options.files = value.split(',').map((text) => whole(name, text, MOST_FILES));
    else if (name === '--seconds') options.seconds = whole(name, value, 3600);
    else if (name === '--seed') options.seed = whole(name, value, 1_000_000);
    else if (name === '--data') options.data = resolve(value);
    else throw new UserError(`Unknown option ${name}: ${USAGE}.`);
  }
  return options;
};
