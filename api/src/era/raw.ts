import type { Hex } from '@moho/protocol/base';
import type { Context } from '../context';
import { loadAllBy, loadOne } from '../database/load';
import type { Seen, View } from '../database/view';
import { account, compact, encoded, join, option, sortedAccounts, u32, u64, u128, vec } from '../receipt/scale';
import { type EraRow, eras, exposures, type ValidatorEraRow, validatorEras } from './sql';

export const encodeU128 = (value: string | null): Hex | null => (value === null ? null : encoded(u128(value)));
export const encodeU32 = (value: number | null): Hex | null => (value === null ? null : encoded(u32(value)));

/** The last block at which the chain still held what it keeps of an era. */
export const lastBlockOfEra = (era: Pick<EraRow, 'prunedAtBlock'> | null, view: View): number =>
  era?.prunedAtBlock == null ? view.height : era.prunedAtBlock - 1;

/** The stored bytes of an exposure: ErasStakers of an era and a stash. */
export const rawExposure = async (ctx: Context, v: Seen<ValidatorEraRow>): Promise<Hex | null> => {
  if (v.total === null || v.own === null) return null;
  const byId = { column: 'validator_era_id', type: 'text' } as const;
  const others = await loadAllBy(ctx, exposures, v.view, byId, v.id);
  return encoded(
    compact(v.total),
    compact(v.own),
    vec(others, ({ guarantor, value }) => join(account(guarantor), compact(value))),
  );
};

/** The stored bytes of an era's points: the total, then those of each validator by account. */
export const rawRewardPoints = async (ctx: Context, view: View, era: number): Promise<Hex | null> => {
  const total = (await loadOne(ctx, eras, view, String(era)))?.rewardPoints ?? null;
  if (total === null) return null;
  const rows = await loadAllBy(ctx, validatorEras, view, { column: 'era', type: 'int' }, String(era));
  const points = new Map(rows.flatMap((row) => (row.points === null ? [] : [[row.stash, row.points] as const])));
  return encoded(
    u32(total),
    vec(sortedAccounts([...points.keys()]), (stash) => join(account(stash), u32(points.get(stash) ?? 0))),
  );
};

/** The stored bytes of ActiveEra: its number and when its first block was made, in ms. */
export const encodeActiveEra = ({ era, startTime }: Pick<EraRow, 'era' | 'startTime'>): Hex =>
  encoded(u32(era), option(startTime === null ? null : new Date(startTime).getTime(), u64));
