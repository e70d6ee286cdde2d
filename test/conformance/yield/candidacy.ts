import { addressToHex, type CandidateVersion, electionStandings, eraFeePerbill } from '@moho/protocol';
import type { ChainEntry, Fields } from '../chain-items';
import { compareItem, type ItemResult } from '../compare';
import { type ElectionRow, type EraRow, keyOf, type ValidatorRow } from './sql';

type Versions = ReadonlyMap<string, readonly CandidateVersion[]>;

const standsAt = (versions: readonly CandidateVersion[], block: number): CandidateVersion | undefined =>
  versions.find(({ from, until }) => from <= block && (until === null || block < until));

/** Who got a seat (compared with CurrentElected by the number of rows) from the candidates of the rows and the era's rule. */
export const compareElections = (
  elections: readonly ElectionRow[],
  validators: ReadonlyMap<string, ValidatorRow>,
  eras: ReadonlyMap<number, EraRow>,
  candidates: Versions,
  head: number,
): ItemResult => {
  const stored: ChainEntry[] = [];
  const derived = new Map<string, Fields>();
  for (const { era, block, validatorCount, minimumValidatorCount, whitelist } of elections) {
    const standing = [...candidates]
      // one without an exposure that is gone after the block was chilled before the snapshot, by an offence
      .filter(
        ([stash, versions]) =>
          (validators.get(keyOf(era, stash))?.total ?? null) !== null ||
          (standsAt(versions, block - 1) && standsAt(versions, block)),
      )
      .map(([stash]) => ({ stash, effective: validators.get(keyOf(era, stash))?.total ?? 0n }))
      .sort((a, b) => (addressToHex(a.stash) < addressToHex(b.stash) ? -1 : 1));
    const seats = electionStandings(standing, {
      validatorCount,
      minimumValidatorCount,
      whitelist: whitelist === null ? null : new Set(whitelist),
    });
    // where too few stand the old set stays, and the era has no total stake
    const held = (eras.get(era)?.totalStake ?? null) !== null;
    const elected = [...validators.values()].filter((row) => row.era === era && row.elected);
    const names = seats?.filter((seat) => seat.elected).map(({ stash }) => stash) ?? null;
    const fields = { elected: held ? elected.map(({ stash }) => stash).sort() : null };
    stored.push({ id: String(era), fields, rawKeys: [] });
    derived.set(String(era), { elected: names?.sort() ?? null });
  }
  return compareItem('Election re-derived', head, stored, derived, new Set());
};

/**
 * The fee each exposure was paid by (compared with ErasValidatorPrefs elsewhere) from the history of candidates: the fee at
 * the snapshot, or everything once less was asked for while the era was active.
 */
export const compareFees = (
  validators: Iterable<ValidatorRow>,
  eras: ReadonlyMap<number, EraRow>,
  candidates: Versions,
  head: number,
): ItemResult => {
  const stored: ChainEntry[] = [];
  const derived = new Map<string, Fields>();
  for (const { era, stash, total, guaranteeFeePerbill } of validators) {
    const { plannedAtBlock, startBlock } = eras.get(era) ?? {};
    if (total === null || typeof plannedAtBlock !== 'number') continue;
    const versions = candidates.get(stash) ?? [];
    const atSnapshot = standsAt(versions, plannedAtBlock - 1)?.guaranteeFeePerbill;
    if (atSnapshot === undefined) continue;
    const end = eras.get(era + 1)?.startBlock ?? head + 1;
    const said = versions
      .filter(({ from }) => typeof startBlock === 'number' && from >= startBlock && from < end)
      .map((version) => version.guaranteeFeePerbill);
    const id = keyOf(era, stash);
    stored.push({ id, fields: { fee: String(guaranteeFeePerbill) }, rawKeys: [] });
    derived.set(id, { fee: String(eraFeePerbill(atSnapshot, said)) });
  }
  return compareItem('Era fee re-derived', head, stored, derived, new Set());
};
