import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const lastBlock = (folder: string): number =>
  Number((JSON.parse(readFileSync(join(folder, 'chain.json'), 'utf8')) as { lastBlock?: number }).lastBlock ?? 0);

/** The longest of them, as a list of at most one: short runs say more about a start than about indexing. */
export const longestRecording = (folders: string[]): string[] =>
  folders.toSorted((a, b) => lastBlock(b) - lastBlock(a)).slice(0, 1);
