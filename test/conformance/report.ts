import { MAP_ITEMS } from './chain-items';
import type { ItemResult, Mismatch } from './compare';

/** What one chain's comparison came to. */
export interface ChainReport {
  chain: string;
  genesisHash: string;
  blocks: number;
  heights: number[];
  heightSeed: number;
  results: ItemResult[];
  /** keys whose value no known type reproduces byte by byte */
  undecoded: { item: string; block: number; key: string }[];
  /** rows of a kind the chain does not store, by status: what the seed reached */
  reached: Record<string, number>;
  seconds: { index: number; compare: number };
}

export const keysCompared = (reports: ChainReport[]): number =>
  reports.flatMap((r) => r.results).reduce((sum, r) => sum + r.keysCompared, 0);
export const mismatchesOf = (reports: ChainReport[]): Mismatch[] =>
  reports.flatMap((r) => r.results).flatMap((r) => r.mismatches);

/**
 * Why the whole run failed, one sentence each; empty means it passed. Maps nobody ever filled are a failure only where
 * `expectEveryMap` says the chains of this run are meant to fill them all.
 */
export const failures = (reports: ChainReport[], expectEveryMap: boolean): string[] => {
  const found: string[] = [];
  const wrong = mismatchesOf(reports).length;
  if (wrong > 0) found.push(`${wrong} mismatches`);
  const undecoded = reports.flatMap((r) => r.undecoded);
  if (undecoded.length > 0)
    found.push(`${undecoded.length} values no type reproduces (first: ${undecoded[0]?.item} ${undecoded[0]?.key})`);
  for (const report of reports) if (keysCompared([report]) === 0) found.push(`nothing was compared on ${report.chain}`);
  if (reports.length === 0) found.push('no chain was compared');
  if (expectEveryMap)
    for (const { name } of MAP_ITEMS) {
      const keys = reports.flatMap((r) => r.results).filter((r) => r.item === name);
      if (keys.every((r) => r.keysCompared === 0))
        found.push(`${name} was empty at every compared height of every chain`);
    }
  return found;
};

const pad = (cells: string[], widths: number[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');

/** The table of a run: a line per chain, then each mismatch (the first twenty), then what the chains reached. */
export const printReports = (reports: ChainReport[], print: (line: string) => void): void => {
  const head = ['chain', 'blocks', 'heights', 'keys compared', 'overridden', 'mismatches', 'index s', 'compare s'];
  const lines = reports.map((r) => [
    r.chain,
    String(r.blocks),
    String(r.heights.length),
    String(keysCompared([r])),
    String(r.results.reduce((sum, item) => sum + item.overridden, 0)),
    String(mismatchesOf([r]).length + r.undecoded.length),
    r.seconds.index.toFixed(1),
    r.seconds.compare.toFixed(1),
  ]);
  const widths = head.map((cell, i) => Math.max(cell.length, ...lines.map((line) => line[i]?.length ?? 0)));
  for (const line of [head, ...lines]) print(pad(line, widths));
  for (const report of reports) {
    const wrong = mismatchesOf([report]);
    for (const m of wrong.slice(0, 20))
      print(
        `  ${report.chain} block ${m.block} ${m.item} ${m.id}${m.field ? `.${m.field}` : ''}: chain ${short(m.chain)}, index ${short(m.index)}`,
      );
    if (wrong.length > 20) print(`  … and ${wrong.length - 20} more on ${report.chain}`);
    const reached = Object.entries(report.reached).map(([status, count]) => `${status} ${count}`);
    if (reached.length > 0) print(`  ${report.chain} reached: ${reached.join(', ')}`);
  }
};

const short = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};

/** The last line of every run. */
export const verdict = (reports: ChainReport[]): string =>
  `${reports.length} chains, ${keysCompared(reports)} keys compared, ${mismatchesOf(reports).length} mismatches.`;
