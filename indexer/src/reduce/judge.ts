import { bytesToHex } from '@moho/protocol/base';
import { type SpowerChange, withSpowerChange } from '@moho/protocol/pending-files';
import { judge } from '@moho/protocol/slots';
import { packRoster, packWorkloads, type Verdict, verdictOf, type Workload } from '@moho/protocol/verdicts';
import type { BlockFacts } from '../decode/facts';
import { mirrorOf } from '../mirror';
import { workReportKey } from '../mirror/swork';
import type { BlockReader } from '../read/block-reader';
import { prefixOf, twoxBytes, twoxU64 } from '../scale/keys';
import { readAll } from '../scale/reader';
import { type Fields, row } from '../write/entities';
import type { RecordContext } from './context';
import { TOTAL_ISSUANCE } from './eras/keys';
import { pendingSpower } from './pending-spower';
import { reporterNumber, shortHash } from './reporters';
import { countsOf, countVerdict, type SweepCounts } from './sweep-counts';
import { ENABLE_PUNISHMENT, switchesPunishment } from './values';

type Identity = Fields<'SworkIdentity'> & { id: string };

const REPORTED_IN_SLOT = prefixOf('Swork', 'ReportedInSlot');
const reportedKey = (anchor: string, slot: bigint): string => REPORTED_IN_SLOT + twoxBytes(anchor) + twoxU64(slot);

const identityBefore = async (key: string, reader: BlockReader): Promise<Identity | undefined> =>
  (await reader.before(key))[0]?.fields as Identity | undefined;

/** Reads what the judgement of these identities needs: work reports and the mark of the judged slot. */
export const readJudgement = async (keys: string[], slot: bigint, reader: BlockReader): Promise<void> => {
  const wanted = [ENABLE_PUNISHMENT];
  for (const key of keys) {
    const identity = await identityBefore(key, reader);
    if (identity) wanted.push(workReportKey(identity.anchor), reportedKey(identity.anchor, slot));
  }
  await reader.read(wanted);
};

const deadlineNow = (key: string, anchor: string, reader: BlockReader): number | undefined => {
  const raw = reader.now(key);
  const now = raw === null ? undefined : (mirrorOf(key)?.rows(key, raw)[0]?.fields as Identity | undefined);
  // a node that registered anew in this very block has a fresh deadline, which says nothing about the judgement
  return now?.anchor === anchor ? Number(now.punishmentDeadline) : undefined;
};

/** Accounts whose deadline something later in the block may have written again: a report, or root's pardon of spec 1. */
const rewritten = ({ events }: BlockFacts): Set<string> =>
  new Set(
    events
      .filter((e) => e.pallet === 'swork' && (e.name === 'WorksReportSuccess' || e.name === 'CancelPunishmentSuccess'))
      .map((e) => String(e.args[0])),
  );

/** Whether misses were punished before the block's calls: root may switch it in the very block. */
const enabledBefore = ({ facts, reader, cursor }: RecordContext): boolean =>
  switchesPunishment(facts) ? cursor.punishmentOff !== true : reader.now(ENABLE_PUNISHMENT) !== '0x00';

interface Judged {
  verdict: Verdict;
  workload: Workload;
  /** the deadline on the chain is not the one the rule gives */
  mismatch: boolean;
}

const NOTHING: Workload = { free: 0n, spower: 0n };

/**
 * Whether the anchor had reported in the slot before this block. Whoever registers anew loses the marks of the old anchor in
 * the block of the first report, which may be the very one that judges it: then the rows of its reports tell.
 */
const hadReported = async (
  anchor: string,
  slot: bigint,
  retired: boolean,
  { reader, changes }: RecordContext,
): Promise<boolean> => {
  if (reader.now(reportedKey(anchor, slot)) === '0x01') return true;
  if (!retired) return false;
  for (const { fields } of await changes.stored('Reporter', 'anchor', anchor)) {
    const { number, pubKey } = fields as Fields<'Reporter'>;
    if (pubKey && (await changes.get('SlotReport', `${number}-${slot}`))) return true;
  }
  return false;
};

/** A work report's figures as the sweep found them. */
const workloadOf = (report: Fields<'Sworker'>, changes: readonly SpowerChange[]): Workload => ({
  free: BigInt(report.free),
  spower: changes.reduce(withSpowerChange, BigInt(report.spower)),
});

/** How the sweep judged one identity. What the chain wrote counts; the rule tells why. */
const judgeOne = async (
  key: string,
  { anchor, punishmentDeadline }: Identity,
  slot: bigint,
  punishmentEnabled: boolean,
  pending: ReadonlyMap<string, SpowerChange[]>,
  context: RecordContext,
): Promise<Judged> => {
  const { facts, reader, profile } = context;
  const found = deadlineNow(key, anchor, reader);
  const report = (await reader.before(workReportKey(anchor)))[0]?.fields as Fields<'Sworker'> | undefined;
  const reported = await hadReported(anchor, slot, found === undefined, context);
  const expected = judge(
    {
      slot: Number(slot),
      spec: facts.spec,
      deadline: Number(punishmentDeadline),
      hasWorkReport: report !== undefined,
      reported,
      punishmentEnabled,
    },
    profile,
  );
  const punished = punishmentEnabled && Number(slot) < (found ?? expected.deadline);
  return {
    verdict: verdictOf(expected.outcome, reported, punished),
    workload: report ? workloadOf(report, pending.get(anchor) ?? []) : NOTHING,
    mismatch: found !== undefined && found !== expected.deadline,
  };
};

/** A slot without a report has a row of its own; that of a report stays as it is. */
const putUnreported = (verdict: Verdict, reporter: number, slot: number, { facts, changes }: RecordContext): void => {
  if (verdict === 'R' || verdict === 'P' || verdict === 'N') return;
  changes.put(
    row('SlotReport', {
      id: `${reporter}-${slot}`,
      reporter,
      slot,
      status: (verdict === 'E' ? 'EXEMPT' : 'MISSED') as never,
      judgedAtBlock: facts.number,
      punished: verdict === 'M',
    }),
  );
};

const putBatch = async (
  slot: number,
  numbers: number[],
  judged: Judged[],
  { facts, changes }: RecordContext,
): Promise<void> => {
  const reporters = packRoster(numbers);
  const roster = shortHash(reporters);
  if (!(await changes.get('SweepRoster', roster)))
    changes.put(row('SweepRoster', { id: roster, reporters: bytesToHex(reporters) }));
  changes.put(
    row('SweepBatch', {
      id: String(facts.number),
      slot,
      block: facts.number,
      roster,
      verdicts: judged.map(({ verdict }) => verdict).join(''),
      workloads: bytesToHex(packWorkloads(judged.map(({ workload }) => workload))),
    }),
  );
};

/** What the limits are made of if the next block ends the sweep. Changes the counts. */
const noteStake = async (counts: SweepCounts, { reader, cursor, changes }: RecordContext): Promise<void> => {
  const issuance = reader.now(TOTAL_ISSUANCE);
  counts.issuance = String(issuance === null ? 0n : readAll(issuance, (r) => r.u128()));
  counts.activeEra = cursor.activeEra ?? undefined;
  const era = counts.activeEra === undefined ? undefined : await changes.get('EraStat', String(counts.activeEra));
  counts.eraTotalStake = String(era?.totalStake ?? 0n);
};

/**
 * The judgement of one slot over the identities visited in this block (crust-protocol §4.3, runtime-details §3 rows 13 to
 * 15). Changes the cursor.
 */
export const reduceJudgement = async (keys: string[], slot: bigint, context: RecordContext): Promise<void> => {
  const { facts, reader, cursor } = context;
  const counts = countsOf(cursor, facts.number);
  const excused = rewritten(facts);
  counts.punishmentEnabled = enabledBefore(context);
  const pending = await pendingSpower(context);
  const numbers: number[] = [];
  const all: Judged[] = [];
  for (const key of keys) {
    const identity = await identityBefore(key, reader);
    if (!identity) continue;
    const { anchor, id: account, owner } = identity;
    const judged = await judgeOne(key, identity, slot, counts.punishmentEnabled, pending, context);
    const number = await reporterNumber({ account, owner: owner ?? undefined, anchor }, context);
    numbers.push(number);
    all.push(judged);
    countVerdict(counts, judged.verdict, judged.workload);
    if (judged.mismatch && !excused.has(account)) counts.deadlineMismatches++;
    putUnreported(judged.verdict, number, Number(slot), context);
  }
  if (numbers.length > 0) await putBatch(Number(slot), numbers, all, context);
  await noteStake(counts, context);
  cursor.sweepCounts = JSON.stringify(counts);
};
