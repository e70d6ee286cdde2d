import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { until } from './steps';

const GUARANTORS = 70;
const names = Array.from({ length: GUARANTORS }, (_, i) => `guarantor ${i}`);

export const clip64: Scenario = {
  name: 'clip-64',
  about: '70 guarantors stand behind one validator: all count for its stake, the 64 biggest are paid.',
  people: Object.fromEntries(names.map((name) => [name, 40])),
  blocks: 600,
  *script(stage, ctx) {
    const { calls, storage } = ctx.pallets.staking;
    const target = stage.cast.houses[0]?.stash.account ?? '0x';
    const people = names.map((name) => stage.who(name));
    ctx = yield people.map((p) => ctx.sign(p, calls.bond({ controller: p.account, value: 30n * CRU })));
    // in pairs of the same size, so that a tie falls on the border
    const votes = (i: number) => CRU + BigInt(Math.floor((i + 1) / 2)) * (CRU / 4n);
    ctx = yield people.map((p, i) => ctx.sign(p, calls.guarantee({ target: [target, votes(i)] })));
    const current = storage.currentEra.get() ?? 0;
    const stakers = (era: number) => storage.erasStakers.get(era, target).others;
    ctx = yield* until(ctx, 'a snapshot', () => stakers(storage.currentEra.get() ?? 0).length >= GUARANTORS);
    const era = storage.currentEra.get() ?? 0;
    const clipped = storage.erasStakersClipped.get(era, target).others;
    stage.fact('the snapshot is a later era’s', era > current);
    stage.fact('64 are left', clipped.length === 64);
    const least = clipped.reduce((low, { value }) => (value < low ? value : low), clipped[0]?.value ?? 0n);
    const kept = new Set(clipped.map(({ who }) => who));
    const dropped = stakers(era).filter(({ who }) => !kept.has(who));
    stage.fact(
      'they are the biggest',
      dropped.every(({ value }) => value <= least),
    );
  },
};
