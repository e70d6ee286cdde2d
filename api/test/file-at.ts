import { expect } from 'vitest';
import type { Ask } from './api';

/** The status of a file as of a block and the replicas it is counted from, alone: for tests that ask of many blocks. */
export const statusAsker = (ask: () => Ask) => async (cid: string, at: number) => {
  const { data, errors } = await ask()(
    `query ($cid: String!, $at: Int) { file(cid: $cid, at: $at) {
      status replicaCounts { reported entries live liveOwners } } }`,
    { cid, at },
  );
  expect(errors).toEqual([]);
  return data.file;
};

/** What a file's page says of it as of a block. Asked without a mistake, or the test fails. */
export const fileAsker = (ask: () => Ask) => async (cid: string, at?: number) => {
  const { data, errors } = await ask()(
    `query ($cid: String!, $at: Int) { file(cid: $cid, at: $at) {
      cid asOf status sentence expiresAtTime firstOrder { block }
      state { sizeBytes expiredAt sinceBlock endedAtBlock receipt { storageKey block changedAtBlock rpcParams } }
      replicaCounts { reported entries live liveOwners } replicas { owner live notLiveBecause matured } } }`,
    { cid, at },
  );
  expect(errors).toEqual([]);
  return data.file;
};
