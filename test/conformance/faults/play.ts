import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultCounts, noFaults } from './counts';
import { followed } from './index-head';
import type { Parts } from './parts';
import type { AnswerFault, FaultPlan, Step } from './plan';

const POLL_MS = 200;
/** subql-node asks for the head every second, so each fault strikes long before. */
const STRIKES_WITHIN_MS = 120_000;

/** What the indexer says when it has gone back to the last block it shares with the chain. */
const REWOUND = /Successful rewind to block/g;

/**
 * Does the steps of a plan to running parts, lets all become calm and final, and waits for the index. What was seen
 * counts, not what was planned.
 */
export const play = async (
  plan: FaultPlan,
  parts: Parts,
  room: { signal: AbortSignal; logFolder: string },
): Promise<{ counts: FaultCounts; head: number }> => {
  const counts = noFaults();
  const { admin, databaseUrl } = parts;
  const follow = async () => followed(databaseUrl, await admin.state(), room.signal);

  const fork = async (blocks: number, times: number): Promise<void> => {
    const before = await admin.state();
    const after = await admin.fork(blocks, times);
    if (after.headHash === before.headHash) throw new Error(`the chain did not fork at block ${before.head}`);
    counts.forks += times;
    counts.deepest = Math.max(counts.deepest, blocks);
    if (times > 1) counts.cascades += 1;
  };

  /** Waits for the faults to strike; what struck is lost with the process, so the plan ends before any restart. */
  const struck = async (faults: AnswerFault[]): Promise<void> => {
    const until = Date.now() + STRIKES_WITHIN_MS;
    for (;;) {
      const seen = await admin.struck();
      if (faults.every((fault) => (seen[fault] ?? 0) > 0) || Date.now() > until) {
        await admin.answersGoWrong(undefined);
        for (const fault of faults) counts.answers[fault] += seen[fault] ?? 0;
        return;
      }
      await sleep(POLL_MS, undefined, { signal: room.signal });
    }
  };

  const take = async (step: Step): Promise<void> => {
    if (step.do === 'produce') await admin.produce(step.blocks);
    if (step.do === 'follow') await follow();
    if (step.do === 'fork') await fork(step.blocks, step.times);
    if (step.do === 'answers') await admin.answersGoWrong(step);
    if (step.do === 'struck') await struck(step.faults);
    if (step.do === 'crash') {
      await parts.crash(step.part);
      counts.crashes[step.part] += 1;
    }
  };

  await follow();
  for (const step of plan.steps) await take(step);
  const { head } = await admin.produce(plan.calm);
  await follow();
  await parts.stopIndexer();
  for (const part of ['indexer', 'chain', 'postgres'] as const) counts.restarts[part] = parts.restarts(part);
  counts.rewinds = readFileSync(join(room.logFolder, 'indexer.log'), 'utf8').match(REWOUND)?.length ?? 0;
  return { counts, head };
};
