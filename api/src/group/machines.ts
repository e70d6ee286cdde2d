import { FRESH_MARK, isPunished, judgedSlot } from '@moho/protocol';
import { builder } from '../builder';
import { asOf, keyArray, type Scope } from '../database/sql';
import type { View } from '../database/view';
import { codeExpiryOf } from '../report/sql';

/** What is worth watching of one member, as the chain and its last accepted report say. */
export interface MachineRow {
  owner: string;
  member: string;
  anchor: string | null;
  punishmentDeadline: string | null;
  free: string | null;
  spower: string | null;
  codeExpireBlock: number | null;
  lastReportSlot: number | null;
  lastReportBlock: number | null;
  lastReportTime: string | null;
}

/** All members of some groups, each list by address, in one statement. */
export const machinesOf = async (scope: Scope, owners: readonly string[]): Promise<Map<string, MachineRow[]>> => {
  const { sql } = scope;
  const rows = await sql<MachineRow[]>`
    select m.owner, m.member, i.anchor, i.punishment_deadline, s.free, s.spower, c.expire_block as code_expire_block,
      r.slot as last_report_slot, r.block as last_report_block, r.time as last_report_time
    from group_members m
    left join swork_identities i on i.id = m.member and ${asOf(scope, 'i')}
    left join sworkers s on s.id = i.anchor and ${asOf(scope, 's')}
    left join lateral ${codeExpiryOf(scope, sql`i.anchor`)} c on true
    left join lateral (
      select x.slot, x.block, k.time from reporters p
      cross join lateral (select y.slot, y.block from slot_reports y
        where y.reporter = p.number and y.status = 'REPORTED' and ${asOf(scope, 'y')} order by y.slot desc limit 1) x
      join blocks k on k.number = x.block and ${asOf(scope, 'k')}
      where p.account = m.member and p.pub_key is not null order by x.slot desc limit 1) r on true
    where m.owner = any(${keyArray(sql, owners)}::text[]) and ${asOf(scope, 'm')}
    order by m.member`;
  const byOwner = new Map<string, MachineRow[]>();
  for (const row of rows) byOwner.set(row.owner, [...(byOwner.get(row.owner) ?? []), row]);
  return byOwner;
};

export const GroupMachineRef = builder.objectRef<MachineRow & { view: View }>('GroupMachine').implement({
  description: 'A member of a group as a monitor sees it.',
  fields: (t) => ({
    member: t.exposeString('member'),
    anchor: t.exposeString('anchor', { nullable: true, description: 'null: it never reported' }),
    punished: t.boolean({
      description: 'its workload counts 0 in the judgement under way',
      resolve: ({ punishmentDeadline, view }, _args, ctx) => {
        const deadline = Number(punishmentDeadline ?? 0);
        return deadline > FRESH_MARK && isPunished(judgedSlot(view.height, ctx.profile), deadline);
      },
    }),
    punishmentDeadline: t.expose('punishmentDeadline', { type: 'BigInt', nullable: true }),
    free: t.expose('free', { type: 'BigInt', nullable: true }),
    spower: t.expose('spower', { type: 'BigInt', nullable: true }),
    codeExpireBlock: t.exposeInt('codeExpireBlock', { nullable: true }),
    lastReportSlot: t.exposeInt('lastReportSlot', { nullable: true }),
    lastReportBlock: t.exposeInt('lastReportBlock', { nullable: true }),
    lastReportTime: t.expose('lastReportTime', { type: 'DateTime', nullable: true }),
  }),
});
