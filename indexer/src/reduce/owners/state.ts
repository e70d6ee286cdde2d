import { mirrorOf } from '../../mirror';
import { MARKET_BENEFITS, marketBenefitKey } from '../../mirror/benefits';
import { identityKey } from '../../mirror/swork';
import type { Fields, Row } from '../../write/entities';
import type { RecordContext } from '../context';
import type { FileChange } from '../market/files';
import type { FileMoney, OwnerMoney } from './replay';

/** What the mirrors say about files and owners on both sides of the block. */

const MIXED_GENERATIONS_SPEC = 17;

/** The file's money before the block; undefined when it had no row. */
export const moneyBefore = ({ before, replicasBefore }: FileChange): FileMoney | undefined =>
  before && {
    amount: BigInt(before.amount),
    prepaid: BigInt(before.prepaid),
    sizeBytes: BigInt(before.sizeBytes),
    places: before.generation >= MIXED_GENERATIONS_SPEC ? (before.remainingPaidCount ?? 0) : 0,
    expiredAt: before.expiredAt,
    holders: new Map(replicasBefore.map(({ owner, who, id }) => [owner ?? id, who])),
  };

const moneyOf = (rows: Row[]): OwnerMoney => {
  const row = rows[0]?.fields as Fields<'Merchant'> | undefined;
  return { reward: BigInt(row?.fileReward ?? 0n), active: BigInt(row?.activeFunds ?? 0n) };
};

export const ownerBefore = async (account: string, { reader }: Pick<RecordContext, 'reader'>): Promise<OwnerMoney> =>
  moneyOf(await reader.before(marketBenefitKey(account)));

const rowsNow = (key: string, { reader }: Pick<RecordContext, 'reader'>): Row[] => {
  const raw = reader.wasRead(key) ? reader.now(key) : null;
  return raw === null ? [] : (mirrorOf(key)?.rows(key, raw) ?? []);
};

export const ownerAfter = (account: string, context: Pick<RecordContext, 'reader'>): OwnerMoney =>
  moneyOf(rowsNow(marketBenefitKey(account), context));

const ownerIn = (rows: Row[]): string | undefined =>
  (rows[0]?.fields as Fields<'SworkIdentity'> | undefined)?.owner ?? undefined;

/** The owner of a reporter's group before the block. */
export const groupOwnerBefore = async (
  who: string,
  { reader }: Pick<RecordContext, 'reader'>,
): Promise<string | undefined> => ownerIn(await reader.before(identityKey(who)));

/** The owner of a reporter's group, as of the end of the block. */
export const groupOwnerNow = (who: string, context: Pick<RecordContext, 'reader'>): string | undefined =>
  ownerIn(rowsNow(identityKey(who), context));

/** By how much each owner's pending reward grew through credits: its change, and what was paid out in between. */
export const growths = async (
  cashed: ReadonlyMap<string, bigint>,
  context: Pick<RecordContext, 'mirrored' | 'reader'>,
): Promise<Map<string, bigint>> => {
  const grown = new Map(cashed);
  for (const { key, before, after } of context.mirrored) {
    if (!key.startsWith(MARKET_BENEFITS)) continue;
    const account = (before[0] ?? after[0])?.fields.id;
    if (account === undefined) continue;
    grown.set(account, (grown.get(account) ?? 0n) + moneyOf(after).reward - moneyOf(before).reward);
  }
  return grown;
};
