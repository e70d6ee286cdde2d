import { bondedKey, guarantorKey, ledgerKey, stakeLimitKey } from '../../mirror/staking';
import type { BlockReader } from '../../read/block-reader';
import type { Fields, Row } from '../../write/entities';
import type { Exposure, NominalStake } from './rows';

/**
 * The stakes behind exposures, before they were scaled to the stake limit. The snapshot is taken when the block begins, so
 * ledgers and votes are those of the parent where they are still known; the limits those after this block's sweep, which
 * runs before the snapshot (runtime-details §2.1).
 */
export const nominalStakes = async (
  reader: BlockReader,
  exposures: { stash: string; exposure: Exposure }[],
): Promise<Map<string, NominalStake>> => {
  const rowOf = async (key: string): Promise<Row['fields'] | undefined> => (await reader.before(key))[0]?.fields;

  await reader.read(exposures.map(({ stash }) => stakeLimitKey(stash)));
  const votesOf = new Map<string, Map<string, bigint>>();
  for (const { exposure } of exposures) {
    for (const { guarantor } of exposure.others) {
      if (votesOf.has(guarantor)) continue;
      const rows = await reader.before(guarantorKey(guarantor));
      const votes = rows.filter((row) => row.entity === 'Guarantee').map((row) => row.fields as Fields<'Guarantee'>);
      votesOf.set(guarantor, new Map(votes.map(({ validator, value }) => [validator, BigInt(value)])));
    }
  }
  const result = new Map<string, NominalStake>();
  for (const { stash, exposure } of exposures) {
    const bonded = (await rowOf(bondedKey(stash))) as Fields<'Bonded'> | undefined;
    const ledger = bonded && ((await rowOf(ledgerKey(bonded.controller))) as Fields<'Ledger'> | undefined);
    const votes = new Map<string, bigint>();
    for (const { guarantor } of exposure.others) {
      const value = votesOf.get(guarantor)?.get(stash);
      if (value !== undefined) votes.set(guarantor, value);
    }
    const limit = reader.now(stakeLimitKey(stash));
    result.set(stash, {
      limit: limit === null ? null : limitOf(limit),
      own: ledger ? BigInt(ledger.active) : null,
      votes,
    });
  }
  return result;
};

const limitOf = (raw: string): bigint => {
  let value = 0n;
  for (let i = raw.length - 2; i >= 2; i -= 2) value = (value << 8n) | BigInt(Number.parseInt(raw.slice(i, i + 2), 16));
  return value;
};
