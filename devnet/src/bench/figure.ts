import { cpus, loadavg, totalmem } from 'node:os';

/** One measured quantity and what it must reach. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** at least so much, or at most for quantities of which less is better */
  readonly aim: number;
  readonly less?: boolean;
  /** how it was measured, in a few words */
  readonly how: string;
}

/** How far beyond its aim a figure is: 1 and more is good. */
export const ratioOf = ({ value, aim, less }: Figure): number => (less ? aim / value : value / aim);

const rounded = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

/** The figures as lines of text, the machine first. */
export function report(figures: readonly Figure[]): string[] {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${rounded(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`;
  const lines = figures.map((figure) => {
    const sign = figure.less ? '<' : '≥';
    const verdict = `${ratioOf(figure).toFixed(2)} × the aim`;
    return `${figure.what}: ${rounded(figure.value)} ${figure.unit} (aim ${sign} ${rounded(figure.aim)}; ${verdict}; ${figure.how})`;
  });
  return [machine, ...lines];
}
