import { totalStakeLimit } from '@moho/protocol/stake-limit';
import type { BlockFacts } from '../decode/facts';
import { readAll } from '../scale/reader';
import { row } from '../write/entities';
import type { RecordContext } from './context';
import { countsOf } from './sweep-counts';
import { CURRENT_REPORT_SLOT, ENABLE_PUNISHMENT, endsSweep, FREE, REPORTED_FILES_SIZE, SPOWER } from './values';

const ownersOf = (facts: BlockFacts): number =>
  Number(facts.events.find((e) => e.pallet === 'staking' && e.name === 'UpdateStakeLimitSuccess')?.args[0] ?? 0);

const putSummary = ({ facts, reader, cursor, changes }: RecordContext): void => {
  const u128 = (key: string): bigint => {
    const raw = reader.now(key);
    return raw === null ? 0n : readAll(raw, (r) => r.u128());
  };
  const slot = Number(cursor.currentReportSlot ?? 0n);
  const { startBlock, judgedFree, judgedSpower, eraTotalStake, issuance, ...counts } = countsOf(cursor, facts.number);
  changes.put(
    row('SlotSummary', {
      id: String(slot),
      slot,
      ...counts,
      owners: ownersOf(facts),
      totalFree: u128(FREE),
      totalSpower: u128(SPOWER(facts.spec)),
      totalFilesSizeBytes: u128(REPORTED_FILES_SIZE),
      sweepStartBlock: startBlock,
      sweepEndBlock: facts.number,
      time: facts.time,
      judgedFree: BigInt(judgedFree),
      judgedSpower: BigInt(judgedSpower),
      eraTotalStake: BigInt(eraTotalStake),
      issuance: BigInt(issuance),
      totalStakeLimit: totalStakeLimit(BigInt(issuance), BigInt(eraTotalStake)),
    }),
  );
};

/** Totals at the end of a sweep; the next slot is the one to be judged then. Changes the cursor. */
export const reduceSweepEnd = (context: RecordContext): void => {
  const { facts, reader, cursor } = context;
  if (reader.wasRead(ENABLE_PUNISHMENT)) cursor.punishmentOff = reader.now(ENABLE_PUNISHMENT) === '0x00' || undefined;
  if (!reader.wasRead(CURRENT_REPORT_SLOT)) return;
  if (endsSweep(facts)) {
    putSummary(context);
    cursor.sweepCounts = undefined;
  }
  const raw = reader.now(CURRENT_REPORT_SLOT);
  cursor.currentReportSlot = raw === null ? 0n : readAll(raw, (r) => r.u64());
};
