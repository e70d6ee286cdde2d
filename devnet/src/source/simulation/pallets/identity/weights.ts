import { dbWeight, writes } from '../../framework/weights';

const [MOST_REGISTRARS, MOST_FIELDS, MOST_SUBS] = [20, 100, 100];
export const MOST = { registrars: MOST_REGISTRARS, fields: MOST_FIELDS, subs: MOST_SUBS } as const;

/** Weights by the number of registrars or judgements, additional fields and sub-accounts; calls announce the most of each. */
export const WEIGHTS = {
  addRegistrar: (r: number = MOST_REGISTRARS) => 28_419_000 + 289_000 * r + dbWeight(1, 1),
  setIdentity: (r: number = MOST_REGISTRARS, x: number = MOST_FIELDS) =>
    73_891_000 + 279_000 * r + 1_819_000 * x + dbWeight(1, 1),
  setSubs: (now: number, before: number = MOST_SUBS) =>
    48_406_000 +
    3_392_000 * before +
    dbWeight(2, 1 + before) +
    52_415_000 +
    9_876_000 * now +
    dbWeight(2 + now, 1 + now),
  clearIdentity: (r: number = MOST_REGISTRARS, s: number = MOST_SUBS, x: number = MOST_FIELDS) =>
    61_817_000 + 202_000 * r + 3_417_000 * s + 1_075_000 * x + dbWeight(2, 2) + writes(s),
  requestJudgement: (r: number = MOST_REGISTRARS, x: number = MOST_FIELDS) =>
    73_843_000 + 348_000 * r + 2_085_000 * x + dbWeight(2, 1),
  cancelRequest: (r: number = MOST_REGISTRARS, x: number = MOST_FIELDS) =>
    63_423_000 + 237_000 * r + 2_067_000 * x + dbWeight(1, 1),
  setFee: (r: number = MOST_REGISTRARS) => 10_954_000 + 255_000 * r + dbWeight(1, 1),
  setAccountId: (r: number = MOST_REGISTRARS) => 12_327_000 + 263_000 * r + dbWeight(1, 1),
  setFields: (r: number = MOST_REGISTRARS) => 11_006_000 + 255_000 * r + dbWeight(1, 1),
  provideJudgement: (r: number = MOST_REGISTRARS, x: number = MOST_FIELDS) =>
    49_635_000 + 296_000 * r + 2_075_000 * x + dbWeight(2, 1),
  killIdentity: (r: number = MOST_REGISTRARS, s: number = MOST_SUBS, x: number = MOST_FIELDS) =>
    101_563_000 + 207_000 * r + 3_404_000 * s + 8_000 * x + dbWeight(3, 3) + writes(s),
  addSub: 73_298_000 + 183_000 * MOST_SUBS + dbWeight(3, 2),
  renameSub: 23_667_000 + 25_000 * MOST_SUBS + dbWeight(2, 1),
  removeSub: 69_636_000 + 160_000 * MOST_SUBS + dbWeight(3, 2),
  quitSub: 45_890_000 + 156_000 * MOST_SUBS + dbWeight(2, 2),
} as const;
