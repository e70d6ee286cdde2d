import { expect, test } from 'vitest';
import { readOptions } from './cli';
import { report } from './report';

test.each([
  [['--unknown'], /'--unknown'/],
  [['--recording'], /--recording/],
  [['folder'], /folder/],
  [[], /--recording FOLDER/],
  [['--recording', 'x', '--blocks', 'many'], /--blocks takes a number of blocks, not many/],
])('what is asked wrongly is told in one line: %j', (argv, message) => {
  expect(() => readOptions(argv)).toThrow(expect.objectContaining({ name: 'InputError' }));
  expect(() => readOptions(argv)).toThrow(message);
});

test('help asks for nothing to be run', () => expect(readOptions(['--help'])).toBeUndefined());

test('a run that compared nothing has failed', () => {
  const nothing = {
    tallies: { items: new Map(), differences: [] },
    blocks: 0,
    events: 0,
    playedBack: new Map(),
    broken: [],
  };
  const { passed, lines } = report(nothing);
  expect(passed).toBe(false);
  expect(lines.at(-1)).toMatch(/^Failed \(nothing was compared\)/);
});

test('a block that could not be run is a failure that is told', () => {
  const broken = [{ block: 7, why: 'no call 9 of module 9 on this chain' }];
  const { passed, lines } = report({
    tallies: { items: new Map(), differences: [] },
    blocks: 7,
    events: 0,
    playedBack: new Map(),
    broken,
  });
  expect(passed).toBe(false);
  expect(lines.join('\n')).toContain('block 7 could not be run: no call 9 of module 9 on this chain');
});
