/** How many live on a local chain. */
export interface Population {
  /** validators at genesis; each owns a group */
  readonly validators: number;
  /** sWorkers, members and isolation nodes together */
  readonly sworkers: number;
  readonly guarantors: number;
  readonly clients: number;
  /** files stored before block 0, beside those that are ordered later */
  readonly files: number;
  /** nobody does anything by chance: what happens is what scenarios make happen */
  readonly quiet?: boolean;
}

/** The sizes a chain can be given by name; anything else is given in numbers. */
export const POPULATIONS = {
  few: { validators: 3, sworkers: 3, guarantors: 2, clients: 3, files: 0, quiet: true },
  dozens: { validators: 6, sworkers: 20, guarantors: 10, clients: 8, files: 0 },
  hundreds: { validators: 60, sworkers: 300, guarantors: 500, clients: 60, files: 10_000 },
  thousands: { validators: 500, sworkers: 2_000, guarantors: 5_000, clients: 200, files: 1_000_000 },
} as const satisfies Record<string, Population>;
/** Past blocks a chain of each size begins with. Thousands make twenty a second and keep a third of a MiB of each. */
export const PAST_BLOCKS: Readonly<Record<PeopleSize, number>> = {
  few: 6000,
  dozens: 6000,
  hundreds: 6000,
  thousands: 120,
};
export type PeopleSize = keyof typeof POPULATIONS;
export type People = PeopleSize | Population;

export const populationOf = (people: People): Population => (typeof people === 'string' ? POPULATIONS[people] : people);

/**
 * What the people of a chain do, in one place. Percentages of draws unless the name says otherwise; a draw is made
 * once a block for each of the first three groups, more often where there are more people (see `draws`).
 */
export const HABITS = {
  client: { order: 15, again: 3.5, prepay: 3, severalAtOnce: 1.5, bySubAccount: 1, tooLarge: 0.3 },
  staker: { moves: 9, rewardsForgotten: 12, claimsInPairs: 25 },
  stranger: { failures: 3 },
  settler: { everyBlocks: 4, expiredForAtLeastBlocks: 40, livingFiles: 3 },
  machine: { faultyReports: 1, repeatedReports: 1, missedSlotsAtMost: 2, filesDropped: 6, newFilesPerReport: 4 },
  file: { unwanted: 6, 'larger than ordered': 3, 'smaller than ordered': 4, hermit: 4, popular: 15 },
  appetite: { popular: 70, ordinary: 22, neverStored: 35 },
} as const;

/** How many draws a block has for so many people: one for the few dozen of the default chain. */
export const draws = (people: number, dozens: number): number => Math.max(1, Math.round(people / dozens / 4));
