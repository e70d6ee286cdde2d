import { asOf, type List, orderBy, type Scope, tableSource } from '../database/sql';

export interface RuntimeSpecRow {
  id: string;
  specVersion: number;
  block: number;
  time: string;
}

export const runtimeSpecs: List<RuntimeSpecRow> = {
  name: 'runtimeSpecs',
  source: tableSource('runtime_specs', 'id, spec_version, block, time'),
  ordering: orderBy('spec', 'asc', 'spec_version'),
};

/** How the emulated rule of punishment compared with what the chain wrote, over all judged slots. */
export interface DeadlineCheckRow {
  slots: number;
  mismatches: number;
  /** newest slot with a deadline that differs */
  lastSlot: number | null;
}

/** Deadlines that differed from the rule, summed over the judged slots. */
export const deadlineCheck = async (scope: Scope): Promise<DeadlineCheckRow> => {
  const { sql } = scope;
  const [row] = await sql<DeadlineCheckRow[]>`
    select count(*)::int as slots, coalesce(sum(s.deadline_mismatches), 0)::int as mismatches,
      max(s.slot) filter (where s.deadline_mismatches > 0) as last_slot
    from slot_summaries s where ${asOf(scope, 's')}`;
  return row ?? { slots: 0, mismatches: 0, lastSlot: null };
};
