import type { Fragment } from '../../database/database';
import type { Scope } from '../../database/sql';

/** Behind every block: files whose paid time has not begun come after those whose end is known. */
const NEVER_ENDS = 2_147_483_647;

/**
 * What files of one account are sorted by, as `expires` and `weight`; `alias` names the row of files. Each has an index of
 * its own (indexer/migrations/003-portfolio.sql), written as here: Postgres uses it only for the same expression.
 */
export const sortKeys = ({ sql }: Scope, alias: string): Fragment => {
  const f = sql.unsafe(alias);
  return sql`case when ${f}.expired_at = 0 then ${sql.unsafe(String(NEVER_ENDS))} else ${f}.expired_at end as expires,
    coalesce(${f}.spower, 0) as weight`;
};
