import { isPunishedVerdict, unpackRoster, type Verdict } from '@moho/protocol';
import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import { asOf, keyArray, type Scope } from '../database/sql';
import type { Seen } from '../database/view';
import type { SlotReportRow } from './sql';

/** How a sweep judged one node in one slot. */
export interface Judgement {
  judgedAtBlock: number;
  punished: boolean;
}

interface BatchRow {
  slot: number;
  block: number;
  verdicts: string;
  reporters: Uint8Array;
}
interface JudgedNodeRow {
  number: number;
  account: string;
  anchor: string;
}
type FoundRow = (BatchRow & { number: null }) | (JudgedNodeRow & { slot: null });

const keyOf = ({ slot, account, anchor }: { slot: number; account: string; anchor: string | null }): string =>
  `${slot} ${account} ${anchor}`;

/** Judgements by `slot account anchor`; a node no sweep has visited yet has none. Of slot 0, judged twice, the later one. */
const judgements = async (scope: Scope, keys: readonly string[]): Promise<Map<string, Judgement>> => {
  const { sql } = scope;
  const parts = keys.map((key) => key.split(' '));
  const column = (i: number) => [...new Set(parts.map((part) => part[i] ?? ''))];
  const found = await sql<FoundRow[]>`
    select b.slot, b.block, b.verdicts, s.reporters, null::int as number, null as account, null as anchor
    from sweep_batches b join sweep_rosters s on s.id = b.roster and upper_inf(s._block_range)
    where b.slot = any(${keyArray(sql, column(0), 'int')}::int[]) and ${asOf(scope, 'b')}
    union all
    select null, null, null, null, p.number, p.account, p.anchor from reporters p
    where p.account = any(${keyArray(sql, column(1))}::text[]) and p.pub_key is null`;
  const nodes = new Map<number, JudgedNodeRow>();
  const batches: BatchRow[] = [];
  for (const row of found) {
    if (row.number === null) batches.push(row);
    else nodes.set(row.number, row);
  }
  const judged = new Map<string, Judgement>();
  for (const { slot, block, verdicts, reporters } of batches.sort((a, b) => a.block - b.block)) {
    unpackRoster(reporters).forEach((number, i) => {
      const node = nodes.get(number);
      if (node === undefined) return;
      const punished = isPunishedVerdict(verdicts[i] as Verdict);
      judged.set(keyOf({ ...node, slot }), { judgedAtBlock: block, punished });
    });
  }
  return judged;
};

/** The judgement of a report's slot, null until it is made; a call that was refused or repeated is not judged. */
export const loadJudgement = (
  ctx: Context,
  report: Seen<SlotReportRow>,
): Promise<Judgement | null> | Judgement | null => {
  const { status, judgedAtBlock, punished, view } = report;
  if (status === 'REPORTED') return loadKeyed(ctx, 'judgement', view, keyOf(report), judgements);
  return judgedAtBlock === null ? null : { judgedAtBlock, punished: punished === true };
};
