import { resolve } from 'node:path';
import { UserError } from '../../../scripts/start/user-error';

export interface AuditBenchOptions {
  reports: number;
  /** of questions at a constant rate */
  seconds: number;
  seed: number;
  /** folder that keeps the databases for the next run; without it a temporary one */
  data: string | null;
}

export const USAGE = 'npm run bench:audit -- [--reports 10000000] [--seconds 30] [--seed 1] [--data FOLDER]';

const DEFAULTS: AuditBenchOptions = { reports: 10_000_000, seconds: 30, seed: 1, data: null };
/** a week of the made-up network is asked for at once */
const LEAST_REPORTS = 300_000;
const MOST_REPORTS = 50_000_000;

const whole = (name: string, text: string, least: number, most: number): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most)
    throw new UserError(`${name} is a whole number from ${least} to ${most}, not "${text}": ${USAGE}.`);
  return Number(text);
};

/** Command line → what to measure. Throws a UserError with one sentence. */
export const readAuditOptions = (argv: string[]): AuditBenchOptions => {
  const options = { ...DEFAULTS };
  for (let i = 0; i < argv.length; i += 2) {
    const [name, value] = [argv[i], argv[i + 1]];
    if (value === undefined || value.startsWith('--')) throw new UserError(`${name} needs a value: ${USAGE}.`);
    if (name === '--reports') options.reports = whole(name, value, LEAST_REPORTS, MOST_REPORTS);
    else if (name === '--seconds') options.seconds = whole(name, value, 1, 3600);
    else if (name === '--seed') options.seed = whole(name, value, 1, 1_000_000);
    else if (name === '--data') options.data = resolve(value);
    else throw new UserError(`Unknown option ${name}: ${USAGE}.`);
  }
  return options;
};
