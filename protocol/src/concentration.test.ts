import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationOf, type HeldBy } from './concentration';

/** each owner belongs to one identity, here its number modulo 4 */
const held: fc.Arbitrary<HeldBy> = fc
  .tuple(fc.nat({ max: 12 }), fc.boolean())
  .map(([n, isLive]) => ({ owner: `o${n}`, identity: n < 8 ? `i${n % 4}` : `o${n}`, isLive }));
const replicas = fc.array(held, { maxLength: 30 });

describe('concentration', () => {
  it('counts every live owner in exactly one identity', () => {
    fc.assert(
      fc.property(replicas, (given) => {
        const { families, identities } = concentrationOf(given);
        const live = given.filter(({ isLive }) => isLive);
        const owners = new Set(live.map(({ owner }) => owner));
        const shared = families.flatMap((family) => family.owners);
        expect(new Set(shared).size).toBe(shared.length);
        expect(shared.every((owner) => owners.has(owner))).toBe(true);
        expect(owners.size - shared.length + families.length).toBe(identities);
      }),
    );
  });
  it('names an owner exactly when its machines hold more than half of the live replicas', () => {
    fc.assert(
      fc.property(replicas, (given) => {
        const { dominant } = concentrationOf(given);
        const live = given.filter(({ isLive }) => isLive);
        const most = Math.max(0, ...live.map(({ owner }) => live.filter((one) => one.owner === owner).length));
        expect(dominant !== null).toBe(most > 1 && 2 * most > live.length);
        if (dominant !== null) expect(dominant).toMatchObject({ replicas: most, of: live.length });
      }),
    );
  });
  it('does not look at dead replicas', () => {
    fc.assert(
      fc.property(replicas, fc.array(held.map((one) => ({ ...one, isLive: false }))), (given, dead) => {
        expect(concentrationOf([...given, ...dead])).toEqual(concentrationOf(given));
      }),
    );
  });
});
