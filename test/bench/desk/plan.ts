import { FIRST_ERA, GUARANTORS, lastEra, type World } from './world';

const CRU = '1000000000000::numeric';

/**
 * Statements that make plan tables in a schema beside the index's; `person` (kind, n, address) stands. All that goes into
 * the text are numbers of ours.
 */
export const planStatements = (world: World): string[] => [
  `create function chance(n bigint, k int, m bigint) returns bigint language sql immutable as
    'select (hashint8extended(n, ${world.seed} * 1000 + k) & 9223372036854775807) % m'`,
  // one in thirty has more guarantors than are paid, one in fifty has no limit, some hide what others say of them
  `create unlogged table candidate as
    select p.n, p.address as stash, (500 + chance(p.n, 1, 4000)) * ${CRU} as own,
      case when chance(p.n, 2, 50) = 0 then null else (3000 + chance(p.n, 3, 60000)) * ${CRU} end as stake_limit,
      chance(p.n, 4, 101) * 10000000 as fee,
      case when chance(p.n, 5, 30) = 0 then 65 + chance(p.n, 6, 40) else 1 + chance(p.n, 6, 40) end as votes,
      case when chance(p.n, 7, 3) > 0 then 'Node ' || p.n end as name,
      chance(p.n, 8, 40) as last_claimed, row_number() over (order by chance(p.n, 3, 60000) desc) <= ${world.candidates / 2} as elected
    from person p where p.kind = 'candidate'`,
  `create unlogged table vote as
    select distinct on (c.n, g.n) c.n, c.stash, g.address as guarantor, (10 + chance(c.n * 1000 + v, 9, 2000)) * ${CRU} as value
    from candidate c cross join lateral generate_series(1, c.votes) v
    join person g on g.kind = 'guarantor' and g.n = chance(c.n * 1000 + v, 10, ${GUARANTORS})`,
  `create unlogged table stake as
    select c.*, c.own + coalesce(v.value, 0) as nominal from candidate c
    left join (select n, sum(value) as value from vote group by n) v on v.n = c.n`,
  // stakes and limits move from era to era; in some eras a node has no limit, or does not stand at all
  `create unlogged table past as
    select e as era, s.n, s.stash, s.fee, s.elected,
      floor(s.nominal * (90 + chance(e * 100000 + s.n, 11, 20)) / 100) as nominal,
      case when chance(e * 100000 + s.n, 12, 40) = 0 then null
        else floor(coalesce(s.stake_limit, 0) * (80 + chance(e * 100000 + s.n, 13, 30)) / 100) end as stake_limit,
      case when s.elected and chance(e * 100000 + s.n, 14, 20) > 0 then chance(e * 100000 + s.n, 15, 4000) * 1000000000 end as authoring
    from stake s cross join generate_series(${FIRST_ERA}, ${lastEra(world)}) e where chance(e * 100000 + s.n, 16, 50) > 0`,
  'analyze stake',
  'analyze past',
];
