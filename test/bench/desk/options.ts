import { resolve } from 'node:path';
import { UserError } from '../../../scripts/start/user-error';

export interface DeskBenchOptions {
  candidates: number;
  eras: number;
  /** of questions at a constant rate */
  seconds: number;
  seed: number;
  /** folder that keeps the database for the next run; without it a temporary one */
  data: string | null;
}

export const USAGE = 'npm run bench:desk -- [--candidates 1000] [--eras 84] [--seconds 20] [--seed 1] [--data FOLDER]';

const DEFAULTS: DeskBenchOptions = { candidates: 1000, eras: 84, seconds: 20, seed: 1, data: null };

const whole = (name: string, text: string, least: number, most: number): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most)
    throw new UserError(`${name} is a whole number from ${least} to ${most}, not "${text}": ${USAGE}.`);
  return Number(text);
};

/** Command line → what to measure. Throws a UserError with one sentence. */
export const readDeskOptions = (argv: string[]): DeskBenchOptions => {
  const options = { ...DEFAULTS };
  for (let i = 0; i < argv.length; i += 2) {
    const [name, value] = [argv[i], argv[i + 1]];
    if (value === undefined || value.startsWith('--')) throw new UserError(`${name} needs a value: ${USAGE}.`);
    if (name === '--candidates') options.candidates = whole(name, value, 100, 5000);
    else if (name === '--eras') options.eras = whole(name, value, 1, 500);
    else if (name === '--seconds') options.seconds = whole(name, value, 1, 3600);
    else if (name === '--seed') options.seed = whole(name, value, 1, 1_000_000);
    else if (name === '--data') options.data = resolve(value);
    else throw new UserError(`Unknown option ${name}: ${USAGE}.`);
  }
  return options;
};
