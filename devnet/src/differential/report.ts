import type { Difference, Tally } from './compare';
import type { RunResult } from './run';

const SHOWN_DIFFERENCES = 20;
const LONGEST_VALUE = 200;
const COUNTS = ['writes', 'changes', 'compared', 'overridden', 'taken', 'leftOut', 'differences'] as const;
type Row = Record<(typeof COUNTS)[number], number>;

/** Least part of all recorded writes that must be compared, in percent. */
const LEAST_COVERAGE = 95;

/** The outcome of a run in text: a table by pallet, the first differences, and one sentence at the end. */
export interface Report {
  readonly lines: readonly string[];
  readonly passed: boolean;
}

export function report(result: RunResult): Report {
  const rows = byPallet(result);
  const total = sumOf([...rows.values()]);
  const coverage = total.writes === 0 ? 0 : (total.compared / total.writes) * 100;
  const { differences } = result.tallies;
  const reasons = [
    ...(differences.length > 0 ? [`${differences.length} differences`] : []),
    ...(result.broken.length > 0 ? [`${result.broken.length} blocks that could not be run`] : []),
    ...(total.compared === 0 ? ['nothing was compared'] : []),
    ...(total.compared > 0 && coverage < LEAST_COVERAGE ? [`less than ${LEAST_COVERAGE} % were compared`] : []),
  ];
  const passed = reasons.length === 0;
  const covered = `${total.compared} of ${total.writes} writes compared (${coverage.toFixed(2)} %), ${result.events} events among them, in ${result.blocks} blocks`;
  return {
    passed,
    lines: [
      ...table(rows, total),
      '',
      ...[...result.playedBack].map(([call, blocks]) => `played back from the recording: ${call} (${blocks} times)`),
      ...differences.slice(0, SHOWN_DIFFERENCES).flatMap(differenceLines),
      ...(differences.length > SHOWN_DIFFERENCES ? [`… and ${differences.length - SHOWN_DIFFERENCES} more`] : []),
      ...result.broken.slice(0, SHOWN_DIFFERENCES).map(({ block, why }) => `block ${block} could not be run: ${why}`),
      passed
        ? `The simulation does what the runtime did: ${covered}, no difference.`
        : `Failed (${reasons.join(', ')}): ${covered}.`,
    ],
  };
}

function byPallet({ tallies }: RunResult): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const tally of tallies.items.values()) {
    const row = rowOf(tally);
    const known = rows.get(tally.pallet);
    rows.set(tally.pallet, known === undefined ? row : sumOf([known, row]));
  }
  return new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
}
const rowOf = (tally: Tally): Row => ({ ...tally, compared: tally.comparedWrites });
const sumOf = (rows: readonly Row[]): Row =>
  Object.fromEntries(COUNTS.map((count) => [count, rows.reduce((sum, row) => sum + row[count], 0)])) as Row;

function table(rows: ReadonlyMap<string, Row>, total: Row): string[] {
  const heads = ['stored by', ...COUNTS.map((count) => (count === 'leftOut' ? 'left out' : count))];
  const cells = [...rows, ['all', total] as const].map(([name, row]) => [name, ...COUNTS.map((c) => `${row[c]}`)]);
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((line) => line[i]?.length ?? 0)));
  const lineOf = (line: readonly string[]) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [heads, ...cells].map(lineOf);
}

const short = (value: string | null): string =>
  value === null ? 'absent' : value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
const differenceLines = ({ block, pallet, item, key, simulated, recorded }: Difference): string[] => [
  `block ${block}, ${pallet}.${item}, key ${key}`,
  `  simulated ${short(simulated)}`,
  `  recorded  ${short(recorded)}`,
];
