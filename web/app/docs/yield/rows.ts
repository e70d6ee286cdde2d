import { MAINNET_PROFILE } from '@moho/protocol/base';
import { erasPerYear } from '@moho/protocol/eras';
import type { HabitEra } from '@moho/protocol/yield/habits';
import type { DocsEra, YieldDocs } from './query';

const amount = (pico: string | null): bigint | null => (pico === null ? null : BigInt(pico));

/** The closed eras of the answer as the functions of returns take them, newest first. */
export const habitEras = (eras: readonly DocsEra[]): HabitEra[] =>
  eras
    .filter(({ endBlock, stakingPayout }) => endBlock !== null && BigInt(stakingPayout ?? 0) > 0n)
    .map((era) => ({
      era: era.era,
      electedCount: era.electedCount ?? 0,
      authoringTotal: BigInt(era.authoringTotal ?? 0),
      stakingTotal: BigInt(era.stakingTotal ?? 0),
      stakingPayout: BigInt(era.stakingPayout ?? 0),
      eraTotalStakes: BigInt(era.totalStake ?? 0),
      nodes: era.validators.nodes.map((node) => ({
        stash: node.stash,
        elected: node.elected,
        guarantorCount: node.guarantorCount,
        stakeLimit: BigInt(node.stakeLimitAtSnapshot ?? 0),
        exposureTotal: amount(node.total),
        nominalTotal: amount(node.nominalTotal),
        authoringPayout: amount(node.authoringPayout),
        guaranteeFeePerbill: BigInt(node.guaranteeFeePerbill ?? 1_000_000_000),
      })),
    }));

/** Eras in a year of this chain. */
export const erasAYear = ({ status: { profile } }: YieldDocs): number =>
  erasPerYear({ ...MAINNET_PROFILE, ...profile });
