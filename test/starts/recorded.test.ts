import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/start/testing';
import { givenRecordings } from '../../scripts/test/recordings';
import { chainHash, indexHead } from './explorer';
import { filePageEqualsChain } from './file-page';
import { isUp, npmStart } from './npm-start';

const recordings = givenRecordings(process.env.CRUST_RECORDINGS) ?? [];

/** Needs CRUST_RECORDINGS, as all tests on recordings do; without it, this says so. */
test.runIf(recordings.length === 0)('recordings: none given', () => {
  process.stdout.write('recordings: none given (CRUST_RECORDINGS); no recorded start was shown\n');
});

describe('a recorded chain, replayed', () => {
  test.each(recordings)('%s', async (recording) => {
    const folder = temporaryFolder();
    const start = npmStart({ args: ['--recording', recording, '--data', join(folder.path, 'data')] });
    try {
      const height = await isUp(start, 280);
      const head = await indexHead(start.address('GraphiQL'));
      expect(head.height).toBeGreaterThanOrEqual(height);
      expect(await chainHash(start.address('Chain'), head.height)).toBe(head.hash);
      await filePageEqualsChain(start);
    } finally {
      start.signal('SIGINT');
      await start.ended;
      folder.remove();
    }
  });
});
