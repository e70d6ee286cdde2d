import { FIRST_SLOT, slotCount, type World } from './world';

/** Of a hundred slots a member misses this many, and of a thousand reports this many calls are refused. */
const MISSED_PERCENT = 1;
const REFUSED_PERMILLE = 2;
/** A slot missed and the seven after it give nothing. */
const PUNISHED_SLOTS = 8;
/** Somebody joins, leaves or registers anew this often, which makes new rosters. */
export const ROSTER_SLOTS = 12;

/**
 * Statements that make plan tables in a schema beside the index's; `member` (n, address, owner, anchor, pub_key) stands.
 * All that goes into the text are numbers of ours.
 */
export const planStatements = (world: World): string[] => {
  const { seed, profile } = world;
  const missed = (slot: string) => `chance(m.n::bigint * 1000000 + ${slot}, 1, 100) < ${MISSED_PERCENT}`;
  const missedLately = Array.from({ length: PUNISHED_SLOTS }, (_, back) => missed(`(i - ${back})`)).join(' or ');
  return [
    `create function chance(n bigint, k int, m bigint) returns bigint language sql immutable as
      'select (hashint8extended(n, ${seed} * 1000 + k) & 9223372036854775807) % m'`,
    // a sweep visits in the order of hashed keys, and a machine reports at a place of the slot that its key decides
    `create unlogged table machine as
      select m.*, row_number() over (order by md5(m.address)) - 1 as place,
        (10 + chance(m.n, 2, 49) * 8)::int as at_offset,
        chance(m.n, 3, 200) * 1073741824 as free, chance(m.n, 4, 1 << 40) + (1::bigint << 40) as spower,
        2 * m.n + 1 as judged_as, 2 * m.n + 2 as reports_as
      from member m`,
    'analyze machine',
    // one letter per machine and slot (protocol/src/verdicts.ts)
    `create unlogged table seen as
      select i, ${FIRST_SLOT} + i * ${profile.slotBlocks} as slot, m.n, m.place, m.place / ${profile.sweepBatch} as part,
        case when ${missed('i')} then 'M' when ${missedLately} then 'P' else 'R' end as letter
      from generate_series(0, ${slotCount(world) - 1}) i cross join machine m`,
    'create index on seen (i)',
    'analyze seen',
    `create function refused(n int, i int) returns boolean language sql immutable as
      'select chance(n::bigint * 1000000 + i, 5, 1000) < ${REFUSED_PERMILLE}'`,
  ];
};
