import { MAP_ITEMS } from './chain-items';
import type { ItemResult, Mismatch } from './compare';
import type { Undecoded } from './compare-heights';
import { countsLine, type FaultCounts } from './faults/counts';
import { NOT_STORED } from './not-stored';
import type { RecordResult } from './records';
import { missingKinds, SEEDS_TO_REACH_ALL } from './report-kinds';

/** What one chain's comparison came to. */
export interface ChainReport {
  chain: string;
  genesisHash: string;
  blocks: number;
  heights: number[];
  heightSeed: number;
  /** storage keys against rows, one for each map and height */
  results: ItemResult[];
  /** what follows from storage and is not stored, one for each height */
  derived: ItemResult[];
  /** records the chain does not store, against its events and its state at the blocks that made them */
  history: ItemResult[];
  /** the pot's movements, owners' and files' money, orders and reported files, over every block */
  money: ItemResult[];
  /** rewards, pools, exposures, fees, seats and slashes, derived once more from indexed rows */
  earned: ItemResult[];
  /** receipts of the API against what their own calls answer, one for each kind */
  receipts: ItemResult[];
  /** blocks against their rows */
  records: RecordResult;
  /** keys whose value no known type reproduces byte by byte */
  undecoded: Undecoded[];
  /** rows of a kind the chain does not store, by status: what the chain reached */
  reached: Record<string, number>;
  /** a seed's whole chain: enough of them must reach everything together */
  isSeed?: boolean;
  /** milestones that this chain had to come through and did not */
  notReached: string[];
  /** what went wrong on purpose while it was indexed */
  faults?: { counts: FaultCounts; notSeen: string[] };
  seconds: { index: number; compare: number };
}

export const keysCompared = (reports: ChainReport[]): number => sum(reports.flatMap((r) => r.results));
export const mismatchesOf = (reports: ChainReport[]): Mismatch[] =>
  reports
    .flatMap((r) => [...r.results, ...r.derived, ...r.history, ...r.money, ...r.earned, ...r.receipts, r.records])
    .flatMap((r) => r.mismatches);
/** Everything that is wrong, values that could not be decoded included. */
export const wrongCount = (reports: ChainReport[]): number =>
  mismatchesOf(reports).length + reports.reduce((sum, r) => sum + r.undecoded.length, 0);

/** Maps without a key at any compared height of any chain. */
export const emptyMaps = (reports: ChainReport[]): string[] => {
  const results = reports.flatMap((r) => r.results);
  return MAP_ITEMS.map(({ name }) => name).filter((name) =>
    results.filter((r) => r.item === name).every((r) => r.keysCompared + r.overridden === 0),
  );
};

/**
 * Why the run failed although nothing differs, one sentence each. Maps nobody ever filled are a failure only where
 * `expectEveryMap` says the chains of this run are meant to fill them all.
 */
export const failures = (reports: ChainReport[], expectEveryMap: boolean): string[] => {
  const found: string[] = [];
  for (const report of reports) if (keysCompared([report]) === 0) found.push(`nothing was compared on ${report.chain}`);
  if (reports.length === 0) found.push('no chain was compared');
  if (expectEveryMap && sum(reports.flatMap((r) => r.history)) === 0 && reports.length > 0)
    found.push('no report, sweep or era was compared');
  for (const report of reports)
    if (sum(report.receipts) === 0) found.push(`no receipt was compared on ${report.chain}`);
  for (const { chain, notReached } of reports)
    if (notReached.length > 0) found.push(`${chain} reached no ${notReached.join(', no ')}`);
  for (const { chain, faults } of reports)
    if (faults && faults.notSeen.length > 0) found.push(`${chain} saw no ${faults.notSeen.join(', no ')}`);
  const seeds = reports.filter(({ isSeed }) => isSeed === true);
  if (seeds.length >= SEEDS_TO_REACH_ALL)
    for (const kind of missingKinds(seeds.map(({ reached }) => reached))) found.push(`no seed reached a ${kind}`);
  if (expectEveryMap)
    for (const name of emptyMaps(reports)) found.push(`${name} was empty at every compared height of every chain`);
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
    String(r.results.reduce((total, item) => total + item.overridden, 0)),
    String(wrongCount([r])),
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
    for (const { item, block, key } of report.undecoded.slice(0, 5))
      print(`  ${report.chain} block ${block} ${item}: no known type reproduces the value of ${key}`);
    const { blocks, extrinsics, events } = report.records;
    print(
      `  ${report.chain}: heights ${report.heights.join(' ')} (seed ${report.heightSeed}); ${blocks} blocks, ${extrinsics} extrinsics and ${events} events have their rows; status of ${sum(report.derived)} files`,
    );
    print(
      `  ${report.chain}: ${countsByItem([...report.history, ...report.money, ...report.earned, ...report.receipts])}`,
    );
    const reached = Object.entries(report.reached).map(([status, count]) => `${status} ${count}`);
    if (report.faults) print(`  ${report.chain}: ${countsLine(report.faults.counts)}`);
    if (reached.length > 0) print(`  ${report.chain} reached: ${reached.join(', ')}`);
  }
};

/** How many of each kind were compared, those left out apart. */
const countsByItem = (results: ItemResult[]): string =>
  [...new Set(results.map(({ item }) => item))]
    .map((item) => {
      const of = results.filter((result) => result.item === item);
      const left = of.reduce((total, result) => total + result.overridden, 0);
      return `${item} ${sum(of)}${left > 0 ? ` (${left} overridden)` : ''}`;
    })
    .join(', ');

const sum = (results: ItemResult[]): number => results.reduce((total, r) => total + r.keysCompared, 0);

/** What the comparison by key leaves to other tests, and which maps no chain of this run filled. */
export const printLimits = (reports: ChainReport[], print: (line: string) => void): void => {
  print('Not stored by the chain, tested apart:');
  for (const { fields, tests } of NOT_STORED) print(`  ${fields.join(', ')}: ${tests.join(', ')}`);
  const seeds = reports.filter(({ isSeed }) => isSeed === true);
  const missing = missingKinds(seeds.map(({ reached }) => reached));
  if (seeds.length > 0) print(`Kinds of reports no seed reached: ${missing.length > 0 ? missing.join(', ') : 'none'}`);
  const empty = emptyMaps(reports);
  if (empty.length > 0) print(`Empty at every compared height: ${empty.join(', ')}`);
};

const short = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};

const some = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The last line of every run: chains, keys compared, mismatches, and what else made it fail. */
export const verdict = (reports: ChainReport[], failed: string[]): string => {
  const wrong = wrongCount(reports);
  const counts = `${some(reports.length, 'chain')}, ${some(keysCompared(reports), 'key')} compared, ${wrong} mismatch${wrong === 1 ? '' : 'es'}`;
  return failed.length === 0 ? `${counts}.` : `${counts}; failed: ${failed.join('; ')}.`;
};
