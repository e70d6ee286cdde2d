import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batch, ordersOf, transfer } from '../../../test-support/money';
import type { EventFact, Json } from '../../decode/facts';
import { STORAGE_POT } from '../market/pots';
import { surroundings } from './classify';
import { movementsOf, stepsOf } from './movements';

const SPECS = [1, 4, 16, 17, 22, 23, 25];
const played = fc.constantFrom(...SPECS).chain((spec) => batch(spec).map((one) => ({ spec, ...one })));

const stepsFor = (events: EventFact[], calls: Parameters<typeof ordersOf>[0] = [], spec = 25) =>
  stepsOf(
    events,
    surroundings(calls, ordersOf(calls), spec, () => null),
  );

describe('the movements of the pot', () => {
  it('are told as what they were, in any batch of any spec', () => {
    fc.assert(
      fc.property(played, ({ spec, events, calls, told }) => {
        const steps = stepsFor(events, calls, spec).map((step) =>
          'kind' in step ? [step.kind, step.amount, step.cidHex] : [],
        );
        expect(steps).toEqual(told);
      }),
      { numRuns: 300 },
    );
  });

  it('sum up to the change of the balance, whatever the balance is', () => {
    const balance = fc.bigInt({ min: 0n, max: 1n << 80n });
    fc.assert(
      fc.property(played, balance, fc.option(balance), ({ spec, events, calls }, after, before) => {
        const movements = movementsOf(stepsFor(events, calls, spec), before, after);
        const sum = movements.reduce((total, { amount }) => total + amount, 0n);
        expect(sum).toBe(after - (before ?? 0n));
        const places = movements.map(({ kind, event, n }) => (event ? `${event.index}-${n}` : kind));
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 200 },
    );
  });

  it('leave nothing unseen when the events tell all', () => {
    fc.assert(
      fc.property(played, fc.bigInt({ min: 0n, max: 1n << 70n }), ({ spec, events, calls, told }, before) => {
        const after = before + told.reduce((sum, [, amount]) => sum + amount, 0n);
        const kinds = movementsOf(stepsFor(events, calls, spec), before, after).map(({ kind }) => kind);
        expect(kinds).toEqual(told.map(([kind]) => kind));
      }),
      { numRuns: 200 },
    );
  });
});

const event = (name: string, ...args: Json[]): EventFact => ({
  index: 0,
  phase: 'EXTRINSIC',
  extrinsicIndex: 1,
  pallet: 'balances',
  name,
  types: [],
  args,
});
const kindsOf = (events: EventFact[], before: bigint, after: bigint) =>
  movementsOf(stepsFor(events), before, after).map(({ kind, amount }) => [kind, amount]);

describe('what the balances pallet does to the pot', () => {
  it('is told by its events', () => {
    const other = transfer('somebody', 'else', 5n);
    expect(kindsOf([event('Reserved', STORAGE_POT, 5), ...other], 9n, 4n)).toEqual([['RESERVED', -5n]]);
    expect(kindsOf([event('Unreserved', STORAGE_POT, 5)], 4n, 9n)).toEqual([['RESERVED', 5n]]);
    expect(kindsOf([event('DustLost', STORAGE_POT, 4)], 4n, 0n)).toEqual([['DUST', -4n]]);
    expect(kindsOf([event('Deposit', STORAGE_POT, 4)], 4n, 8n)).toEqual([['DEPOSIT', 4n]]);
    expect(kindsOf([event('ReserveRepatriated', 'a', STORAGE_POT, 4, 'Free')], 4n, 8n)).toEqual([['RESERVED', 4n]]);
    expect(kindsOf([event('ReserveRepatriated', 'a', STORAGE_POT, 4, 'Reserved')], 4n, 4n)).toEqual([]);
  });

  it('is a fresh account once: by the transfer that endowed it, or else by a deposit', () => {
    const endowed = event('Endowed', STORAGE_POT, 5);
    expect(kindsOf([endowed, ...transfer('somebody', STORAGE_POT, 5n)], 0n, 5n)).toEqual([['TRANSFER', 5n]]);
    expect(kindsOf([endowed], 0n, 5n)).toEqual([['DEPOSIT', 5n]]);
  });

  it('is a balance that root sets, from where the movements before it left it', () => {
    const set = event('BalanceSet', STORAGE_POT, 100, 0);
    const events = [...transfer('somebody', STORAGE_POT, 5n), set, ...transfer('somebody', STORAGE_POT, 2n)];
    expect(kindsOf(events, 10n, 102n)).toEqual([
      ['TRANSFER', 5n],
      ['BALANCE_SET', 85n],
      ['TRANSFER', 2n],
    ]);
  });

  it('is unseen where no event tells of it, and an opening at the first block', () => {
    expect(kindsOf([], 10n, 7n)).toEqual([['UNSEEN', -3n]]);
    expect(movementsOf(stepsFor(transfer('somebody', STORAGE_POT, 5n)), null, 9n).map(({ kind }) => kind)).toEqual([
      'TRANSFER',
      'OPENING',
    ]);
  });
});
