import { cpuLine } from './cpu';
import type { Seen } from './load';

/** The figure that this many of a hundred do not exceed, by nearest rank. */
export const rank = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? Number.NaN;
};

export interface Measured {
  files: number;
  what: string;
  seen: Seen;
  /** statements sent to the database for each request */
  statements: number;
  /** milliseconds of CPU a request, by process; null where they cannot be counted */
  cpu: Record<string, number> | null;
  /** p95 must not be above it */
  mostMs: number;
}

/** One line for each size and stream, then the ratio of the largest size to the smallest. */
export const printTable = (all: Measured[], say: (line: string) => void): void => {
  const head = ['what', 'files', 'rate/s', 'requests', 'p50 ms', 'p95 ms', 'p99 ms', 'most ms', 'failed', 'statements'];
  const lines = all.map(({ files, what, seen, statements }) => {
    const { latenciesMs, failures, rate } = seen;
    const ms = [50, 95, 99, 100].map((percent) => rank(latenciesMs, percent).toFixed(1));
    return [what, files, rate, latenciesMs.length, ...ms, failures.length, statements.toFixed(1)].map(String);
  });
  const widths = head.map((cell, i) => Math.max(cell.length, ...lines.map((line) => line[i]?.length ?? 0)));
  for (const cells of [head, ...lines])
    say(cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '));
  for (const { files, what, cpu } of all) if (cpu !== null) say(`${what}, ${files} files: ${cpuLine(cpu)}`);
  for (const what of new Set(all.map((one) => one.what))) {
    const of = all.filter((one) => one.what === what).toSorted((a, b) => a.files - b.files);
    const [small, large] = [of[0], of.at(-1)];
    if (!small || !large || small === large) continue;
    const ratio = (percent: number) =>
      (rank(large.seen.latenciesMs, percent) / rank(small.seen.latenciesMs, percent)).toFixed(2);
    say(`${what}: ${large.files} ÷ ${small.files} files: p50 ${ratio(50)}, p95 ${ratio(95)}`);
  }
};

/** What is slower than it must be, or was not answered, one sentence each. */
export const problemsOf = (all: Measured[]): string[] =>
  all.flatMap(({ files, what, seen, mostMs }) => {
    const p95 = rank(seen.latenciesMs, 95);
    return [
      ...(p95 <= mostMs ? [] : [`${what} with ${files} files: p95 is ${p95.toFixed(1)} ms, above ${mostMs} ms`]),
      ...(seen.failures.length === 0
        ? []
        : [`${what} with ${files} files: ${seen.failures.length} requests failed, the first: ${seen.failures[0]}`]),
    ];
  });
