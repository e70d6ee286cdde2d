import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposition, type Metric } from './exposition';
import { parseExposition } from './parse-exposition';

const seed = Math.floor(Math.random() * 0x7fff_ffff);
process.stdout.write(`metrics are made with seed ${seed}\n`);

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a "b" c', 'back\\slash', 'two\nlines', '\\n', '}', '{x="y"} 1', '# HELP', ',', ' '),
);
const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,20}$/);
const value = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const metrics: fc.Arbitrary<Metric[]> = fc.uniqueArray(
  fc.record({
    name,
    help: text.filter((help) => help.trim() !== ''),
    samples: fc.uniqueArray(
      fc.record({ labels: fc.dictionary(name, text, { maxKeys: 3, noNullPrototype: true }), value }),
      {
        selector: ({ labels }) => JSON.stringify(Object.entries(labels).sort()),
      },
    ),
  }),
  { selector: (metric) => metric.name },
);

describe('the text format of metrics', () => {
  it('is read back as what went in, whatever labels and helps hold', () => {
    fc.assert(
      fc.property(metrics, (list) => {
        const wanted = list.filter(({ samples }) => samples.length > 0).map((metric) => ({ ...metric, type: 'gauge' }));
        const equal = parseExposition(exposition(list));
        expect(equal).toEqual(
          wanted.map((metric) => ({
            ...metric,
            samples: metric.samples.map((sample) => ({ ...sample, value: sample.value === 0 ? 0 : sample.value })),
          })),
        );
      }),
      { seed },
    );
  });

  it('is refused by the reader where it is not the format', () => {
    const wrong = [
      'a 1',
      'a b\n',
      '# TYPE a gauge\n# TYPE a gauge\na 1\n',
      'a 1\n# TYPE a gauge\n',
      '# TYPE a gauge\na 1\nb 2\n# HELP a x\n',
      '1a 1\n',
      'a{b="c} 1\n',
      'a{b="\\x"} 1\n',
      'a{b="1"} 1\na{b="1"} 2\n',
      '# TYPE a colour\na 1\n',
    ];
    for (const document of wrong) expect(() => parseExposition(document), document).toThrow();
  });
});
