import { judge } from '@moho/protocol/slots';
import type { BlockFacts } from '../decode/facts';
import { mirrorOf } from '../mirror';
import { workReportKey } from '../mirror/swork';
import type { BlockReader } from '../read/block-reader';
import { prefixOf, twoxBytes, twoxU64 } from '../scale/keys';
import { readAll } from '../scale/reader';
import { type Fields, row } from '../write/entities';
import type { RecordContext } from './context';
import { CURRENT_REPORT_SLOT, ENABLE_PUNISHMENT, endsSweep, FREE, REPORTED_FILES_SIZE, SPOWER } from './values';

type Identity = Fields<'SworkIdentity'> & { id: string };

const REPORTED_IN_SLOT = prefixOf('Swork', 'ReportedInSlot');
const reportedKey = (anchor: string, slot: bigint): string => REPORTED_IN_SLOT + twoxBytes(anchor) + twoxU64(slot);

interface Counts {
  reporters: number;
  missed: number;
  punished: number;
  exempt: number;
}
const NONE: Counts = { reporters: 0, missed: 0, punished: 0, exempt: 0 };

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

/**
 * The judgement of one slot over the identities visited in this block (crust-protocol §4.3, runtime-details §3 rows 13 to
 * 15). What the chain wrote counts; the rule tells why.
 */
export const reduceJudgement = async (keys: string[], slot: bigint, context: RecordContext): Promise<void> => {
  const { facts, reader, cursor, changes, profile } = context;
  const enabled = reader.now(ENABLE_PUNISHMENT) !== '0x00';
  const counts: Counts = cursor.sweepCounts ? (JSON.parse(cursor.sweepCounts) as Counts) : { ...NONE };
  for (const key of keys) {
    const identity = await identityBefore(key, reader);
    if (!identity) continue;
    const { anchor, id: account, owner } = identity;
    const reported = reader.now(reportedKey(anchor, slot)) === '0x01';
    const verdict = judge(
      {
        slot: Number(slot),
        spec: facts.spec,
        deadline: Number(identity.punishmentDeadline),
        hasWorkReport: (await reader.before(workReportKey(anchor))).length > 0,
        reported,
        punishmentEnabled: enabled,
      },
      profile,
    );
    if (verdict.outcome === 'NO_REPORT_EVER') continue;
    const deadline = deadlineNow(key, anchor, reader) ?? verdict.deadline;
    const punished = enabled && Number(slot) < deadline;
    const judged = { punished, judgedAtBlock: facts.number };
    if (reported) counts.reporters++;
    else if (verdict.outcome === 'EXEMPT') counts.exempt++;
    else counts.missed++;
    if (punished) counts.punished++;
    const id = `${anchor}-${slot}`;
    const status = reported ? 'REPORTED' : verdict.outcome;
    const blank = { id, slot: Number(slot), status: status as never, account, owner, anchor };
    await changes.patch('SlotReport', blank, judged);
  }
  cursor.sweepCounts = JSON.stringify(counts);
};

/** Totals at the end of a sweep; the next slot is the one to be judged then. Changes the cursor. */
export const reduceSweepEnd = ({ facts, reader, cursor, changes }: RecordContext): void => {
  if (!reader.wasRead(CURRENT_REPORT_SLOT)) return;
  const u128 = (key: string): bigint => {
    const raw = reader.now(key);
    return raw === null ? 0n : readAll(raw, (r) => r.u128());
  };
  if (endsSweep(facts)) {
    const slot = Number(cursor.currentReportSlot ?? 0n);
    changes.put(
      row('SlotSummary', {
        id: String(slot),
        slot,
        ...(cursor.sweepCounts ? (JSON.parse(cursor.sweepCounts) as Counts) : NONE),
        owners: ownersOf(facts),
        totalFree: u128(FREE),
        totalSpower: u128(SPOWER(facts.spec)),
        totalFilesSizeBytes: u128(REPORTED_FILES_SIZE),
        sweepEndBlock: facts.number,
        time: facts.time,
      }),
    );
    cursor.sweepCounts = undefined;
  }
  const raw = reader.now(CURRENT_REPORT_SLOT);
  cursor.currentReportSlot = raw === null ? 0n : readAll(raw, (r) => r.u64());
};

const ownersOf = (facts: BlockFacts): number =>
  Number(facts.events.find((e) => e.pallet === 'staking' && e.name === 'UpdateStakeLimitSuccess')?.args[0] ?? 0);
