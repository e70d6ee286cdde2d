import {
  type AuthoringEra,
  type ChainProfile,
  erasPerYear,
  expectedAuthoring,
  REALISED_WINDOWS,
  realisedSpread,
  realisedYearlyPerbill,
  type Spread,
} from '@moho/protocol';
import type { Scope } from '../database/sql';
import { type ClosedEra, closedEras, type NodeEraFacts, nodeEraFacts } from './sql';

/** Closed eras never change, so what they say of each node is worked out once and kept. */

const MOST_ERAS = Math.max(...REALISED_WINDOWS);

interface NodeInEra extends AuthoringEra {
  /** simple yearly rate, parts per billion */
  rate: bigint | null;
  isExposed: boolean;
}

/** What the closed eras say of one node. */
export interface NodePast {
  /** by REALISED_WINDOWS */
  realised: (Spread | null)[];
  /** what it may earn by making blocks in an era while it is elected */
  authoring: bigint;
  /** eras with an exposure whose rewards can still be claimed */
  claimable: number[];
}

export interface Past {
  /** newest first */
  eras: readonly ClosedEra[];
  of: (stash: string) => NodePast;
}

const NOTHING: NodePast = { realised: REALISED_WINDOWS.map(() => null), authoring: 0n, claimable: [] };

const inEra = (row: NodeEraFacts, era: ClosedEra, erasAYear: number): NodeInEra => {
  const amount = (text: string | null) => (text === null ? null : BigInt(text));
  const node = {
    exposureTotal: amount(row.total),
    nominalTotal: amount(row.nominalTotal),
    authoringPayout: amount(row.authoringPayout),
    guaranteeFeePerbill: BigInt(row.guaranteeFeePerbill ?? 1_000_000_000),
  };
  const pot = { stakingPayout: BigInt(era.stakingPayout), eraTotalStakes: BigInt(era.totalStake) };
  return {
    rate: realisedYearlyPerbill(node, pot, erasAYear),
    elected: row.elected,
    authoringPayout: node.authoringPayout,
    isExposed: row.total !== null,
  };
};

const pastOf = (eras: readonly ClosedEra[], nodes: readonly (NodeInEra | undefined)[]): NodePast => {
  const rates = nodes.map((node) => node?.rate ?? null);
  return {
    realised: REALISED_WINDOWS.map((window) => realisedSpread(rates, window)),
    authoring: expectedAuthoring(
      nodes.map((node) => node ?? null),
      true,
    ),
    claimable: eras.flatMap(({ era, pruned }, i) => (nodes[i]?.isExposed && !pruned ? [era] : [])).reverse(),
  };
};

export interface PastReader {
  /** Two statements, the second for eras not seen before. */
  read: (scope: Scope) => Promise<Past>;
}

/** Keeps the eras of the newest reading. */
export const createPastReader = (profile: ChainProfile): PastReader => {
  const erasAYear = erasPerYear(profile);
  const known = new Map<string, Map<string, NodeInEra>>();
  let last: { key: string; past: Past } | null = null;

  const keyOf = ({ era, endHash }: ClosedEra): string => `${era} ${endHash}`;

  const learn = async (scope: Scope, eras: readonly ClosedEra[]): Promise<void> => {
    const missing = new Map(eras.filter((era) => !known.has(keyOf(era))).map((era) => [era.era, era]));
    if (missing.size === 0) return;
    const found = new Map([...missing.values()].map((era) => [era.era, new Map<string, NodeInEra>()]));
    for (const row of await nodeEraFacts(scope, [...missing.keys()]))
      found.get(row.era)?.set(row.stash, inEra(row, missing.get(row.era) as ClosedEra, erasAYear));
    for (const era of missing.values()) known.set(keyOf(era), found.get(era.era) as Map<string, NodeInEra>);
    const used = new Set(eras.map(keyOf));
    // views of the past take turns with the head: some more than one reading needs are kept
    for (const key of known.keys()) if (known.size > 2 * MOST_ERAS && !used.has(key)) known.delete(key);
  };

  const read = async (scope: Scope): Promise<Past> => {
    const eras = await closedEras(scope, MOST_ERAS);
    const key = eras.map((era) => `${keyOf(era)} ${era.pruned}`).join();
    if (last?.key === key) return last.past;
    await learn(scope, eras);
    const nodes = eras.map((era) => known.get(keyOf(era)) as Map<string, NodeInEra>);
    const pasts = new Map<string, NodePast>();
    const of = (stash: string): NodePast => {
      const seen = pasts.get(stash);
      if (seen !== undefined) return seen;
      const inEras = nodes.map((era) => era.get(stash));
      const past = inEras.some((node) => node !== undefined) ? pastOf(eras, inEras) : NOTHING;
      pasts.set(stash, past);
      return past;
    };
    const past = { eras, of };
    last = { key, past };
    return past;
  };
  return { read };
};
