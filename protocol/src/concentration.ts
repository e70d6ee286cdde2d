import { groupBy } from './base/group';

/**
 * Whether a file's independent owners are as independent as they look: owners of one identity (Identity.SuperOf) are
 * probably run by the same people, and what one owner's machines hold alone is lost with that owner.
 */

/** From this share of the live replicas on, one owner holds too many of them. */
export const CONCENTRATED_PERCENT = 50;

export interface HeldBy {
  /** who counts for the replica: the group's owner */
  owner: string;
  /** the identity the owner belongs to, itself when it belongs to none */
  identity: string;
  isLive: boolean;
}

export interface Concentration {
  /** live owners who share one identity, largest first; only identities with two owners or more */
  families: { identity: string; owners: string[] }[];
  /** independent identities among the live owners: what is left when each family counts once */
  identities: number;
  /** an owner whose machines hold more than half of at least two live replicas */
  dominant: { owner: string; replicas: number; of: number } | null;
}

/** Looks at the live replicas alone: a dead one protects nothing. */
export const concentrationOf = (replicas: readonly HeldBy[]): Concentration => {
  const live = replicas.filter(({ isLive }) => isLive);
  const families = [...groupBy(live, ({ identity }) => identity)].map(([identity, held]) => ({
    identity,
    owners: [...new Set(held.map(({ owner }) => owner))].sort(),
  }));
  const byOwner = [...groupBy(live, ({ owner }) => owner)].sort(([, a], [, b]) => b.length - a.length);
  const [first] = byOwner;
  const isDominant =
    first !== undefined && first[1].length > 1 && first[1].length * 100 > live.length * CONCENTRATED_PERCENT;
  return {
    families: families.filter(({ owners }) => owners.length > 1).sort((a, b) => b.owners.length - a.owners.length),
    identities: families.length,
    dominant: isDominant ? { owner: first[0], replicas: first[1].length, of: live.length } : null,
  };
};
