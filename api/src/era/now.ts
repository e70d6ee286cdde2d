import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import { asOf, type Scope } from '../database/sql';
import type { View } from '../database/view';

/** Where the chain stands in its eras. */
export interface EraNow {
  currentEra: number;
  activeEra: number;
  activeSince: string | null;
}

const eraNow = async (scope: Scope): Promise<EraNow> => {
  const { sql } = scope;
  const [row] = await sql<EraNow[]>`
    select coalesce(max(n.era), 0) as current_era, coalesce(max(n.era) filter (where n.start_block is not null), 0) as active_era,
      max(n.start_time) as active_since
    from era_stats n where n.planned_at_block is not null and ${asOf(scope, 'n')}`;
  return row ?? { currentEra: 0, activeEra: 0, activeSince: null };
};

/** Current and active era of a view; one statement for a whole question. */
export const loadEraNow = async (ctx: Context, view: View): Promise<EraNow> => {
  const now = await loadKeyed(ctx, 'eraNow', view, 'now', async (scope) => new Map([['now', await eraNow(scope)]]));
  if (now === null) throw new Error('the era of a view came back without a row');
  return now;
};
