import type { WaitingReason } from '@moho/protocol';
import { expect, test } from 'vitest';
import { fileSentence, type SentenceFacts } from './sentence';

const facts: SentenceFacts = {
  status: 'STORED',
  block: 1000,
  expiredAt: 2000,
  closingBlock: null,
  reported: 5,
  live: 5,
  liveOwners: 4,
  waiting: null,
};

test('each status has its sentence, with the figures that explain it', () => {
  const say = (change: Partial<SentenceFacts>) => fileSentence({ ...facts, ...change });
  expect(say({})).toBe('Stored: 5 live replicas of 4 independent owners at block 1000, paid until block 2000.');
  expect(say({ status: 'AT_RISK', live: 1, liveOwners: 1 })).toMatch(
    /^At risk: 1 live replica of 1 independent owner at block 1000, fewer than the 4 /,
  );
  expect(say({ status: 'UNREACHABLE', reported: 2 })).toMatch(/counts 2 replicas, but none is on a node/);
  expect(say({ status: 'UNREACHABLE', reported: 0 })).toMatch(/no replica is left/);
  expect(say({ status: 'EXPIRED', expiredAt: 900 })).toMatch(/ended at block 900/);
  expect(say({ status: 'CLOSED', closingBlock: 950 })).toMatch(/^Closed in block 950:/);
  expect(say({ status: 'ILLEGAL', closingBlock: 950 })).toMatch(/^Removed in block 950:/);
  expect(say({ status: 'NEVER_ORDERED' })).toMatch(/up to block 1000/);
  const waits = (reason: WaitingReason) =>
    say({ status: 'WAITING', waiting: { reason, since: 700, reportedAt: 800, processedBlock: 750 } });
  expect(say({ status: 'WAITING' })).toMatch(/up to block 1000/);
  expect(waits('NOT_REPORTED')).toMatch(/^Waiting since block 700: .* up to block 1000/);
  expect(waits('NOT_APPLIED')).toMatch(/in block 800, .* come to block 750/);
  expect(waits('NOT_ACCEPTED')).toMatch(/in block 800, .* up to block 1000/);
});
