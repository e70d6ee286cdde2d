import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** Storage keys a recording set outside any block, and for which blocks a comparison must leave them out. */
export interface Overrides {
  /** the key was overridden at or before `block` and the chain has not written it since */
  excused(key: string, block: number): boolean;
  /** all keys excused at a block, those without a value included */
  at(block: number): string[];
}

export const noOverrides: Overrides = { excused: () => false, at: () => [] };

interface Span {
  from: number;
  /** first block whose own execution writes the key again; Infinity if none does */
  until: number;
}

/**
 * Read from a recording's `chain.json` (`overrides: [{block, keys}]`): the change stands in the diff of that block,
 * and is excused until a later block's diff has the key again.
 */
export const readOverrides = async (folder: string): Promise<Overrides> => {
  const chain: { overrides?: { block: number; keys: string[] }[] } = JSON.parse(
    readFileSync(join(folder, 'chain.json'), 'utf8'),
  );
  const spans = new Map<string, Span[]>();
  for (const { block, keys } of chain.overrides ?? [])
    for (const key of keys)
      spans.set(key, [...(spans.get(key) ?? []), { from: block, until: Number.POSITIVE_INFINITY }]);
  if (spans.size === 0) return noOverrides;

  const blocks = join(folder, 'blocks.ndjson.gz');
  if (!existsSync(blocks)) throw new Error(`${folder} has no blocks.ndjson.gz`);
  for await (const line of createInterface({ input: createReadStream(blocks).pipe(createGunzip()) })) {
    const { number, diff }: { number: number; diff: [string, string | null][] } = JSON.parse(line);
    for (const [key] of diff)
      for (const span of spans.get(key) ?? []) if (number > span.from && number < span.until) span.until = number;
  }
  const excused = (key: string, block: number) =>
    (spans.get(key) ?? []).some((span) => block >= span.from && block < span.until);
  return { excused, at: (block) => [...spans.keys()].filter((key) => excused(key, block)) };
};
