import {
  judge,
  judgedSlot,
  type SweptIdentity,
  slotOfBlock,
  slotOffset,
  stakeLimits,
  sweepBlocks,
  sweepTotals,
} from '../src';
import { big, type EventRow, field, num, type Reader } from './decode';
import { type BlockContext, compare, eventsNamed, type Tally } from './tally';

interface Sweep {
  slot: number;
  cursor: string;
  swept: SweptIdentity[];
}

const visit = (context: BlockContext, sweep: Sweep, deadlines: Tally): void => {
  const { before, after, profile, spec } = context;
  const punishmentEnabled = before.get('swork', 'enablePunishment')?.toString() === 'true';
  const batch = before
    .entries('swork', 'identities')
    .filter(({ key }) => key > sweep.cursor)
    .slice(0, profile.sweepBatch);
  for (const { key, args, value } of batch) {
    const account = args[0] as string;
    const anchor = field(value, 'anchor');
    const report = before.get('swork', 'workReports', anchor);
    const hasWorkReport = report !== null && !report.isEmpty;
    const deadline = num(field(value, 'punishment_deadline', 'punishmentDeadline'));
    const reported = before.get('swork', 'reportedInSlot', anchor, sweep.slot)?.toString() === 'true';
    const input = { slot: sweep.slot, spec, deadline, hasWorkReport, reported, punishmentEnabled };
    const verdict = judge(input, profile);
    const group = field(value, 'group').toString();
    sweep.swept.push({
      owner: group === '' ? account : group,
      counts: verdict.counts,
      free: hasWorkReport ? big(field(report, 'free')) : 0n,
      spower: hasWorkReport ? big(field(report, 'spower', 'used')) : 0n,
      reportedFilesSize: hasWorkReport ? big(field(report, 'reported_files_size')) : 0n,
    });
    sweep.cursor = key;
    const now = after.get('swork', 'identities', account);
    // a report, or root's pardon of spec 1, writes the row again later in the same block
    if (now === null || now.isEmpty || field(now, 'anchor').toHex() !== anchor.toHex()) continue;
    const rewrites = ['swork.WorksReportSuccess', 'swork.CancelPunishmentSuccess'];
    const isRewritten = ({ name, args: [who] }: EventRow) => rewrites.includes(name) && who?.toString() === account;
    if (context.events.some(isRewritten)) continue;
    const recorded = num(field(now, 'punishment_deadline', 'punishmentDeadline'));
    compare(deadlines, context, `deadline of ${account}`, verdict.deadline, recorded, key);
  }
};

const accountsIn = (reader: Reader, item: string): string[] =>
  reader.entries('staking', item).map(({ args }) => args[0] as string);

const finish = (context: BlockContext, sweep: Sweep, limits: Tally, totals: Tally): void => {
  const { before, after, spec, profile, block } = context;
  const result = sweepTotals(sweep.swept);
  const slot = slotOfBlock(block.number, profile);
  const owners = num(eventsNamed(context, 'staking.UpdateStakeLimitSuccess')[0]?.args[0] ?? null);
  compare(totals, context, 'owners in UpdateStakeLimitSuccess', result.workloads.size, owners);
  compare(totals, context, 'end of sweep', sweepBlocks(slot, sweep.swept.length, spec, profile).end, block.number);
  compare(totals, context, 'CurrentReportSlot', slot, num(after.get('swork', 'currentReportSlot')));
  if (eventsNamed(context, 'swork.WorksReportSuccess').length === 0) {
    const spowerItem = after.has('swork', 'spower') ? 'spower' : 'used';
    compare(totals, context, 'Swork.Free', result.free, big(after.get('swork', 'free')));
    compare(totals, context, `Swork.${spowerItem}`, result.spower, big(after.get('swork', spowerItem)));
    const filesSize = big(after.get('swork', 'reportedFilesSize'));
    compare(totals, context, 'Swork.ReportedFilesSize', result.reportedFilesSize, filesSize);
  }
  const era = num(field(before.get('staking', 'activeEra'), 'index'));
  const issuance = big(before.get('balances', 'totalIssuance'));
  const rows = stakeLimits(
    accountsIn(before, 'validators'),
    result,
    issuance,
    big(before.get('staking', 'erasTotalStakes', era)),
  );
  if (rows.size === 0) limits.withoutInput += 1;
  for (const [stash, limit] of rows) {
    // an offence or an extrinsic later in the block can remove a row
    const isGone = !after.exists('staking', 'stakeLimit', stash) && !after.exists('staking', 'validators', stash);
    if (isGone) continue;
    const recorded = big(after.get('staking', 'stakeLimit', stash));
    compare(limits, context, `StakeLimit of ${stash}`, limit, recorded, after.key('staking', 'stakeLimit', stash));
  }
};

/** Stake limits, network totals and punishment deadlines of every sweep, recomputed from identities and work reports. */
export const limitChecker = (limits: Tally, deadlines: Tally, totals: Tally) => {
  let sweep: Sweep | null = null;
  return (context: BlockContext): void => {
    const { block, spec, profile, before } = context;
    const slot = slotOfBlock(block.number, profile);
    if (slotOffset(block.number, profile) === slotOffset(sweepBlocks(slot, 0, spec, profile).start, profile)) {
      sweep = { slot: judgedSlot(block.number, profile), cursor: '', swept: [] };
      compare(totals, context, 'judged slot', sweep.slot, num(before.get('swork', 'currentReportSlot')));
    }
    if (sweep === null) return;
    if (eventsNamed(context, 'staking.UpdateStakeLimitSuccess').length > 0) {
      finish(context, sweep, limits, totals);
      sweep = null;
      return;
    }
    visit(context, sweep, deadlines);
  };
};
