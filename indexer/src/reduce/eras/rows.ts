import { readAll } from '../../scale/reader';
import type { Changes } from '../../write/changes';
import { type Fields, row } from '../../write/entities';
import type { EraMap, EraStashMap } from './keys';

/** How values of the eras' maps meet in shared rows: one EraStat per era, one ValidatorEra per era and stash. */

export const blankEra = (era: number): Fields<'EraStat'> & { id: string } => ({ id: String(era), era });

export const blankValidatorEra = (era: number, stash: string): Fields<'ValidatorEra'> & { id: string } => ({
  id: `${era}-${stash}`,
  era,
  stash,
  elected: false,
});

const u128 = (raw: string): bigint => readAll(raw, (r) => r.u128());

/** One value of a map by era. `raw` null: the chain does not have the key. */
export const reduceEraValue = async (map: EraMap, era: number, raw: string | null, changes: Changes): Promise<void> => {
  const blank = blankEra(era);
  switch (map) {
    case 'totalStakes':
      return changes.patch('EraStat', blank, { totalStake: raw === null ? undefined : u128(raw) });
    case 'stakingPayout':
      return changes.patch('EraStat', blank, { stakingPayout: raw === null ? undefined : u128(raw) });
    case 'marketPayout':
      return changes.patch('EraStat', blank, { marketPayout: raw === null ? undefined : u128(raw) });
    case 'startSession':
      return changes.patch('EraStat', blank, { startSession: raw === null ? undefined : readAll(raw, (r) => r.u32()) });
    case 'rewardPoints': {
      if (raw === null) return;
      const { total, individual } = readAll(raw, (r) => ({
        total: r.u32(),
        individual: r.vec(() => [r.account(), r.u32()] as const),
      }));
      await changes.patch('EraStat', blank, { rewardPoints: total });
      for (const [stash, points] of individual) {
        await changes.patch('ValidatorEra', blankValidatorEra(era, stash), { points });
      }
    }
  }
};

/** Points of the block's author in an ordinary block: pallet authorship gives 20 (crust-protocol §1.10). */
export const AUTHOR_POINTS = 20;

export const addAuthorPoints = async (era: number, author: string, changes: Changes): Promise<void> => {
  const stat = await changes.get('EraStat', String(era));
  await changes.patch('EraStat', blankEra(era), { rewardPoints: (stat?.rewardPoints ?? 0) + AUTHOR_POINTS });
  const blank = blankValidatorEra(era, author);
  const validator = await changes.get('ValidatorEra', blank.id);
  await changes.patch('ValidatorEra', blank, { points: (validator?.points ?? 0) + AUTHOR_POINTS });
};

export interface Exposure {
  total: bigint;
  own: bigint;
  others: { guarantor: string; value: bigint }[];
}

export const readExposure = (raw: string): Exposure =>
  readAll(raw, (r) => ({
    total: r.compact(),
    own: r.compact(),
    others: r.vec(() => ({ guarantor: r.account(), value: r.compact() })),
  }));

/** One value of a map by era and stash, other than an exposure. */
export const reduceEraStashValue = async (
  map: Exclude<EraStashMap, 'stakers' | 'clipped'>,
  era: number,
  stash: string,
  raw: string | null,
  changes: Changes,
): Promise<void> => {
  const blank = blankValidatorEra(era, stash);
  if (map === 'prefs') {
    const fee = raw === null ? undefined : readAll(raw, (r) => r.compactInt());
    return changes.patch('ValidatorEra', blank, { guaranteeFeePerbill: fee });
  }
  return changes.patch('ValidatorEra', blank, { authoringPayout: raw === null ? undefined : u128(raw) });
};

/** What was behind an exposure when it was taken: the unscaled stakes. */
export interface NominalStake {
  limit: bigint | null;
  own: bigint | null;
  /** votes by guarantor */
  votes: Map<string, bigint>;
}

/** An exposure with its clipped list. Guarantors outside the list get nothing (crust-protocol §5.2). */
export const reduceExposure = async (
  era: number,
  stash: string,
  exposure: Exposure,
  clipped: Exposure | null,
  nominal: NominalStake | null,
  changes: Changes,
): Promise<void> => {
  const paid = new Set((clipped ?? exposure).others.map((other) => other.guarantor));
  let nominalTotal = nominal?.own ?? null;
  for (const [position, { guarantor, value }] of exposure.others.entries()) {
    const id = `${era}-${stash}-${guarantor}`;
    // an exposure that is read again after its snapshot (a change of runtime) keeps the guarantee seen then
    const vote =
      nominal === null ? ((await changes.get('GuarantorEra', id))?.nominal ?? undefined) : nominal.votes.get(guarantor);
    if (nominalTotal !== null) nominalTotal = vote === undefined ? null : nominalTotal + BigInt(vote);
    changes.put(
      row('GuarantorEra', {
        id,
        era,
        stash,
        guarantor,
        position,
        value,
        clipped: !paid.has(guarantor),
        nominal: vote,
      }),
    );
  }
  await changes.patch('ValidatorEra', blankValidatorEra(era, stash), {
    total: exposure.total,
    own: exposure.own,
    ...(nominal === null
      ? {}
      : {
          stakeLimitAtSnapshot: nominal.limit ?? undefined,
          nominalOwn: nominal.own ?? undefined,
          nominalTotal: nominalTotal ?? undefined,
        }),
  });
};
