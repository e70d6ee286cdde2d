import { expect, it } from 'vitest';
import { showProgress } from './progress';

it('tells how far it is, at most once a second', () => {
  let time = 0;
  const lines: string[] = [];
  const progress = showProgress(
    () => time,
    (line) => lines.push(line),
  );
  for (let block = 1; block <= 300; block += 1) {
    time = block * 10;
    progress(block, 300);
  }
  expect(lines).toEqual([100, 200, 300].map((block) => `devnet: ${block} of 300 blocks made, 100 a second`));
});
