import { expect, it } from 'vitest';
import { ratioOf, report } from './figure';

it('a ratio of 1 and more is good, whichever way the aim points', () => {
  const more = { what: 'blocks', value: 750, unit: 'a second', aim: 500, how: 'so' };
  const less = { what: 'memory', value: 512, unit: 'MiB', aim: 1024, less: true, how: 'so' };
  expect([ratioOf(more), ratioOf(less)]).toEqual([1.5, 2]);
  expect(report([more, less]).slice(1)).toEqual([
    'blocks: 750 a second (aim ≥ 500; 1.50 × the aim; so)',
    'memory: 512 MiB (aim < 1,024; 2.00 × the aim; so)',
  ]);
});
