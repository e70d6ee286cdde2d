/** One measured value; labels tell samples of a metric apart. */
export interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number;
}

export interface Metric {
  /** letters, digits and underscores; ends with its unit */
  name: string;
  /** what it says, in one sentence */
  help: string;
  samples: readonly Sample[];
}

export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

const escapeHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const escapeLabel = (text: string): string => escapeHelp(text).replaceAll('"', '\\"');

const line = (name: string, { labels, value }: Sample): string => {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
};

/** Metrics in Prometheus' text format 0.0.4, all of them gauges. One without samples is left out. */
export const exposition = (metrics: readonly Metric[]): string =>
  metrics
    .filter(({ samples }) => samples.length > 0)
    .map(
      ({ name, help, samples }) =>
        `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} gauge\n${samples.map((sample) => line(name, sample)).join('')}`,
    )
    .join('');
