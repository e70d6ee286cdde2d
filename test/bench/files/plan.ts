import type { ChainProfile } from '@moho/protocol/base';
import { FIRST_DEAD_OWNER, MEMBERS_OF_AN_OWNER, OWNERS } from './people';

/** What is made: so many files, by chance of a seed, as of a head. */
export interface World {
  files: number;
  seed: number;
  head: number;
  profile: ChainProfile;
}

/** Everything happens in one of these blocks, so that files share them as on a chain. */
const BLOCK_STEP = 20;

/** Statements that make plan tables, in a schema beside the index's. `$1`-free: all that goes in are numbers of ours. */
export const planStatements = ({ files, seed, head, profile }: World): string[] => {
  const duration = profile.fileDurationBlocks;
  const onBlock = (expression: string) => `((${expression}) / ${BLOCK_STEP}) * ${BLOCK_STEP}`;
  return [
    // a number below m that file n has for purpose k, the same for one seed
    `create function chance(n bigint, k int, m bigint) returns bigint language sql immutable as
      'select (hashint8extended(n, ${seed} * 1000 + k) & 9223372036854775807) % m'`,
    `create unlogged table plan as
      select n, status, size_bytes, ordered, first_at, replicas, ended, spower_at,
        case when ended is not null then ended - 1000 when status = 'WAITING' then 0 else first_at + ${duration} end as expired_at,
        cid, '0x' || encode(convert_to(cid, 'UTF8'), 'hex') as cid_hex
      from (select f.*,
          first_at + ${BLOCK_STEP * 10} + replicas * 40 as spower_at,
          case when status = 'CLOSED' then ${onBlock(`first_at + ${duration} + 1000`)} end as ended
        from (select p.*,
            ${onBlock('ordered + 20 + chance(n, 4, 1200)')} as first_at,
            case status when 'WAITING' then 0 when 'AT_RISK' then 8 when 'UNREACHABLE' then 8
              else 8 + case when chance(n, 5, 20) = 0 then chance(n, 6, 33) else 0 end end as replicas
          from (select c.*,
              ${onBlock(`case status
                when 'WAITING' then ${head} - 100 - chance(n, 3, 100000)
                when 'CLOSED' then ${head - duration} - 400000 - chance(n, 3, 1500000)
                when 'EXPIRED' then ${head - duration} - 20000 - chance(n, 3, 180000)
                else ${head} - 20000 - chance(n, 3, ${duration - 100_000}) end`)} as ordered
            from (select n,
                case when roll < 10 then 'WAITING' when roll < 40 then 'CLOSED' when roll < 90 then 'EXPIRED'
                  when roll < 110 then 'UNREACHABLE' when roll < 160 then 'AT_RISK' else 'STORED' end as status,
                1 + chance(n, 2, (1048576::bigint << (chance(n, 9, 13))::int)) as size_bytes,
                -- a CID of version 1 in base32: its head, 250 free bits, and a last letter without stray bits
                'bafkrei' || chr(97 + chance(n, 10, 8)::int)
                  || substr(translate(md5(n || 'a${seed}') || md5(n || 'b${seed}'), '0123456789', 'ghijklmnop'), 1, 50)
                  || substr('aeimquy4', 1 + chance(n, 11, 8)::int, 1) as cid
              from (select n, chance(n, 1, 1000) as roll from generate_series(1::bigint, ${files}) n) r) c) p) f) g`,
    `create unlogged table held as
      select p.n, p.cid, p.status, p.ended, j, p.first_at + j * 40 as since, o.owner,
        o.owner * ${MEMBERS_OF_AN_OWNER} + chance(p.n * 64 + j, 12, ${MEMBERS_OF_AN_OWNER}) as member
      from plan p cross join lateral generate_series(0, p.replicas - 1) j
      cross join lateral (select case
        when p.status = 'UNREACHABLE' or (p.status = 'AT_RISK' and j >= 2)
          then ${FIRST_DEAD_OWNER} + (chance(p.n, 7, ${OWNERS - FIRST_DEAD_OWNER}) + j) % ${OWNERS - FIRST_DEAD_OWNER}
        when p.status = 'AT_RISK' then (chance(p.n, 7, ${FIRST_DEAD_OWNER}) + j) % ${FIRST_DEAD_OWNER}
        else (chance(p.n, 7, ${OWNERS}) + j * (1 + chance(p.n, 8, ${OWNERS - 1}))) % ${OWNERS} end as owner) o`,
    'analyze plan',
    'analyze held',
  ];
};
