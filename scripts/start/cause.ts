import { stripVTControlCharacters } from 'node:util';
import { isDiskFull } from './user-error';

const LONGEST = 240;
const FAILURE = /\b(ERROR|FATAL|PANIC|Error|error:|Exception|ENOSPC|EADDRINUSE|refused|out of memory)\b/;
/** Lines that look like failures on every start and are not. */
const HARMLESS = [
  /dictionary/i,
  /ENOTFOUND/,
  /has multiple versions/,
  /^\s*at .+:\d+:\d+\)?$/,
  /the database system is (starting up|shutting down)/,
];

/**
 * The one line of a process's output that best says why it ended: a full disk first, then the last failure line,
 * else (unless `failuresOnly`) the last line of all. Empty when it said nothing.
 */
export function causeLine(output: string[], { failuresOnly = false } = {}): string {
  const lines = output.map((line) => stripVTControlCharacters(line).trim()).filter((line) => line !== '');
  if (lines.some(isDiskFull)) return 'the disk is full';
  const telling = lines.filter((line) => !HARMLESS.some((noise) => noise.test(line)));
  const cause = telling.findLast((line) => FAILURE.test(line)) ?? (failuresOnly ? undefined : telling.at(-1)) ?? '';
  return cause.length > LONGEST ? `${cause.slice(0, LONGEST - 1)}…` : cause;
}
