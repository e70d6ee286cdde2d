import { MAX_REWARDED_GUARANTORS, type NodeStanding, ratePerbill } from '@moho/protocol';
import { badInput } from '../errors';
import { readAddress, readNumber, readOptional, readPart, readText } from '../input';
import { allSlashes, type Candidate } from './candidate';
import type { Offer } from './offer';

/** Thresholds; null asks nothing. A candidate without a value does not pass a threshold on it. */
export interface DeskFilter {
  standings: readonly NodeStanding[] | null;
  stashes: ReadonlySet<string> | null;
  text: string | null;
  hasPlace: boolean | null;
  unslashed: boolean | null;
  minGuaranteeFeePerbill: number | null;
  minReportsPerbill: number | null;
  minHeadroom: bigint | null;
  maxSaturationPerbill: bigint | null;
  minReturnPerbill: bigint | null;
  minBadReturnPerbill: bigint | null;
  minMyReturnPerbill: bigint | null;
  maxUnclaimed: number | null;
}

type Given<T> = T | null | undefined;

/** What a question's filter may hold. */
export interface GivenFilter {
  standings?: Given<readonly NodeStanding[]>;
  stashes?: Given<readonly string[]>;
  text?: Given<string>;
  hasPlace?: Given<boolean>;
  unslashed?: Given<boolean>;
  minGuaranteeFeePerbill?: Given<number>;
  minReportsPerbill?: Given<number>;
  minHeadroom?: Given<string>;
  maxSaturationPerbill?: Given<string>;
  minReturnPerbill?: Given<string>;
  minBadReturnPerbill?: Given<string>;
  minMyReturnPerbill?: Given<string>;
  maxUnclaimed?: Given<number>;
}

const MOST_STASHES = 100;

const readBig = (value: Given<string>): bigint | null => (value == null ? null : BigInt(value));

const readStashes = (given: Given<readonly string[]>): ReadonlySet<string> | null => {
  if (given == null) return null;
  if (given.length > MOST_STASHES)
    throw badInput(`"stashes" names at most ${MOST_STASHES} nodes, not ${given.length}.`);
  return new Set(given.map((text) => readAddress('stashes', text)));
};

/** Throws BAD_INPUT with one sentence, naming the first part that cannot be used. */
export const readFilter = (given: Given<GivenFilter>): DeskFilter => ({
  standings: given?.standings ?? null,
  stashes: readStashes(given?.stashes),
  text: readOptional(given?.text, (text) => readText('text', text.trim())),
  hasPlace: given?.hasPlace ?? null,
  unslashed: given?.unslashed ?? null,
  minGuaranteeFeePerbill: readPart('minGuaranteeFeePerbill', given?.minGuaranteeFeePerbill),
  minReportsPerbill: readPart('minReportsPerbill', given?.minReportsPerbill),
  minHeadroom: readBig(given?.minHeadroom),
  maxSaturationPerbill: readBig(given?.maxSaturationPerbill),
  minReturnPerbill: readBig(given?.minReturnPerbill),
  minBadReturnPerbill: readBig(given?.minBadReturnPerbill),
  minMyReturnPerbill: readBig(given?.minMyReturnPerbill),
  maxUnclaimed: readNumber('maxUnclaimed', given?.maxUnclaimed),
});

type Value = bigint | number | null;
const reaches = (value: Value, least: Value): boolean => least === null || (value !== null && value >= least);
const staysUnder = (value: Value, most: Value): boolean => most === null || (value !== null && value <= most);
const agrees = (fact: boolean, wanted: boolean | null): boolean => wanted === null || fact === wanted;

const isNamed = ({ stash, name }: Candidate, text: string | null): boolean =>
  text === null || stash.startsWith(text) || (name ?? '').toLowerCase().includes(text.toLowerCase());

/**
 * Whether a candidate passes. Nodes that no longer stand for election are left out unless they are asked for by standing or
 * by name.
 */
export const passes = (one: Candidate, filter: DeskFilter, offer: Offer): boolean => {
  const { standings, stashes } = filter;
  const stands = standings === null ? stashes !== null || one.standing !== 'CHILLED' : standings.includes(one.standing);
  return (
    stands &&
    (stashes === null || stashes.has(one.stash)) &&
    isNamed(one, filter.text) &&
    agrees(one.guarantorCount < MAX_REWARDED_GUARANTORS, filter.hasPlace) &&
    agrees(allSlashes(one) === 0, filter.unslashed) &&
    reaches(one.guaranteeFeePerbill, filter.minGuaranteeFeePerbill) &&
    reaches(one.reports === null ? null : ratePerbill(one.reports), filter.minReportsPerbill) &&
    reaches(one.headroom, filter.minHeadroom) &&
    staysUnder(one.saturationPerbill, filter.maxSaturationPerbill) &&
    reaches(one.realised[1]?.median ?? null, filter.minReturnPerbill) &&
    reaches(one.realised[2]?.p10 ?? null, filter.minBadReturnPerbill) &&
    staysUnder(one.unclaimedEras.length, filter.maxUnclaimed) &&
    (filter.minMyReturnPerbill === null || reaches(offer.myReturn(one.stash), filter.minMyReturnPerbill))
  );
};
