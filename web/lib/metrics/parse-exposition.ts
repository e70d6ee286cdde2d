/**
 * Reads Prometheus' text format 0.0.4 by its documented grammar, and throws at whatever a scraper would refuse: lines that
 * are none, a second HELP or TYPE, a TYPE after samples, samples of one metric apart, the same labels twice, a last line
 * without an end.
 */
export interface ReadMetric {
  name: string;
  help: string;
  type: string;
  samples: { labels: Record<string, string>; value: number }[];
}

const TYPES = new Set(['counter', 'gauge', 'histogram', 'summary', 'untyped']);
const COMMENT = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)$/s;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+([^ \t{}]+)(?:[ \t]+(-?\d+))?$/s;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\\\|\\"|\\n)*)"(,|$)/y;
const NUMBER = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?Inf|NaN)$/;

const UNESCAPED: Record<string, string> = { '\\\\': '\\', '\\"': '"', '\\n': '\n' };
const unescaped = (text: string): string => text.replace(/\\[\\"n]/g, (pair) => UNESCAPED[pair] ?? pair);

const labelsOf = (text: string | undefined, line: string): Record<string, string> => {
  const labels: Record<string, string> = {};
  if (text === undefined || text === '') return labels;
  for (let at = 0; at < text.length; ) {
    LABEL.lastIndex = at;
    const found = LABEL.exec(text);
    if (found === null) throw new Error(`no label at ${at} of ${line}`);
    const [whole, name = '', value = ''] = found;
    if (Object.hasOwn(labels, name)) throw new Error(`the label ${name} twice: ${line}`);
    Object.defineProperty(labels, name, {
      value: unescaped(value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
    at += whole.length;
  }
  return labels;
};

export const parseExposition = (document: string): ReadMetric[] => {
  if (document !== '' && !document.endsWith('\n')) throw new Error('the last line does not end');
  const metrics = new Map<string, ReadMetric & { typed: boolean; helped: boolean }>();
  let last: string | null = null;
  const metricOf = (name: string) => {
    const known = metrics.get(name);
    if (known !== undefined && name !== last) throw new Error(`lines of ${name} stand apart`);
    last = name;
    const metric = known ?? { name, help: '', type: 'untyped', samples: [], typed: false, helped: false };
    metrics.set(name, metric);
    return metric;
  };
  for (const line of document.split('\n').slice(0, -1)) {
    if (line.trim() === '' || (line.startsWith('#') && !COMMENT.test(line))) continue;
    const comment = COMMENT.exec(line);
    if (comment !== null) {
      const [, kind, name = '', rest = ''] = comment;
      const metric = metricOf(name);
      if (kind === 'HELP' ? metric.helped : metric.typed) throw new Error(`a second ${kind} of ${name}`);
      if (kind === 'TYPE' && (metric.samples.length > 0 || !TYPES.has(rest))) throw new Error(`no TYPE: ${line}`);
      if (kind === 'HELP') Object.assign(metric, { help: unescaped(rest.replaceAll('\\"', '\\\\"')), helped: true });
      else Object.assign(metric, { type: rest, typed: true });
      continue;
    }
    const sample = SAMPLE.exec(line);
    if (sample === null) throw new Error(`no line of the format: ${line}`);
    const [, name = '', pairs, number = ''] = sample;
    if (!NUMBER.test(number)) throw new Error(`no number: ${line}`);
    const metric = metricOf(name);
    const labels = labelsOf(pairs, line);
    const key = JSON.stringify(Object.entries(labels).sort());
    if (metric.samples.some((one) => JSON.stringify(Object.entries(one.labels).sort()) === key))
      throw new Error(`the same labels twice: ${line}`);
    metric.samples.push({ labels, value: Number(number.replace('Inf', 'Infinity')) });
  }
  return [...metrics.values()].map(({ name, help, type, samples }) => ({ name, help, type, samples }));
};
