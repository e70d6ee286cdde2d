import { median } from './median';

export const CONTENDERS = ['ours', 'empty project', 'bare loop'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** Ours may lose at most this much of what an empty SubQuery project does. */
export const LEAST_OF_EMPTY = 0.85;

/** One chain's measurements: blocks per second of every repeat. */
export interface Measured {
  chain: string;
  blocks: number;
  extrinsicsPerBlock: number;
  eventsPerBlock: number;
  blocksPerSecond: Record<Contender, number[]>;
  /** CPU time of the process alone, where the system tells it: hardly moved by other work on the machine */
  cpuMsPerBlock: Record<Contender, number[]>;
}

export interface Ratios {
  ours: number;
  empty: number;
  bare: number;
  ofEmpty: number;
  ofBare: number;
}

/**
 * Medians over the repeats. The ratios are medians of each repeat's own ratio, not ratios of the medians: what runs one
 * after the other shares the machine's mood.
 */
export const ratiosOf = ({ blocksPerSecond }: Measured): Ratios => {
  const { ours, 'empty project': empty, 'bare loop': bare } = blocksPerSecond;
  const ratio = (others: number[]) => median(ours.map((speed, repeat) => speed / (others[repeat] ?? Number.NaN)));
  return {
    ours: median(ours),
    empty: median(empty),
    bare: median(bare),
    ofEmpty: ratio(empty),
    ofBare: ratio(bare),
  };
};

/** The table of a run, with every single repeat under it. */
export const printMeasured = (all: Measured[], print: (line: string) => void): void => {
  const head = [
    'chain',
    'blocks',
    'extr./block',
    'events/block',
    'ours',
    'empty',
    'bare loop',
    'ours÷empty',
    'ours÷bare',
  ];
  const lines = all.map((m) => {
    const { ours, empty, bare, ofEmpty, ofBare } = ratiosOf(m);
    const speeds = [ours, empty, bare].map((speed) => speed.toFixed(1));
    const loads = [m.extrinsicsPerBlock, m.eventsPerBlock].map((load) => load.toFixed(1));
    return [m.chain, String(m.blocks), ...loads, ...speeds, ofEmpty.toFixed(2), ofBare.toFixed(2)];
  });
  const widths = head.map((cell, i) => Math.max(cell.length, ...lines.map((line) => line[i]?.length ?? 0)));
  const row = (cells: string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  print('blocks/s, median of the repeats, start excluded');
  for (const line of [head, ...lines]) print(row(line));
  for (const { chain, blocksPerSecond, cpuMsPerBlock } of all)
    for (const contender of CONTENDERS) {
      const speeds = blocksPerSecond[contender].map((speed) => speed.toFixed(1)).join(', ');
      const cpu = cpuMsPerBlock[contender];
      const used = cpu.length > 0 ? `; ${median(cpu).toFixed(1)} ms CPU a block` : '';
      print(`  ${chain}, ${contender}: ${speeds} blocks/s${used}`);
    }
};

/** The chains on which ours is too slow, one sentence each. */
export const tooSlow = (all: Measured[]): string[] =>
  all.flatMap((m) => {
    const { ofEmpty } = ratiosOf(m);
    return ofEmpty >= LEAST_OF_EMPTY
      ? []
      : [`${m.chain}: ours is ${ofEmpty.toFixed(3)} of an empty project, below ${LEAST_OF_EMPTY}`];
  });
