import { describe, expect, test } from 'vitest';
import { CRU, id } from '../../../../test-support/pallet-bench';
import { bond, calls, EXISTENTIAL_DEPOSIT, PERCENT, start, target } from '../../../../test-support/staking-bench';

describe('guarantees', () => {
  test('count up to the bond, one row per target; cutting leaves the row, guaranteeing ends a candidacy', () => {
    const b = start();
    const row = () => b.pallets.staking.storage.guarantors.get(id('gus'));
    b.run('gus', bond(100n * CRU));
    const run = (name: string, value: bigint) => b.run('gus_c', calls.guarantee(target(name, value))).result;
    expect(run('gus', CRU)).toBe('InvalidTarget');
    expect(run('vera', EXISTENTIAL_DEPOSIT)).toBe('InsufficientValue');
    expect(run('vera', 30n * CRU)).toBe('ok');
    expect(run('vera', 30n * CRU)).toBe('ok');
    expect(run('vito', 90n * CRU)).toBe('ok');
    expect(run('vito', 90n * CRU)).toBe('ExceedGuaranteeLimit');
    expect(row()).toEqual({
      targets: [
        { who: id('vera'), value: 60n * CRU },
        { who: id('vito'), value: 40n * CRU },
      ],
      total: 100n * CRU,
      submittedIn: 0,
      suppressed: false,
    });
    expect(b.run('gus_c', calls.cutGuarantee(target('vera', 500n * CRU))).result).toBe('ok');
    expect(b.run('gus_c', calls.cutGuarantee(target('vera', CRU))).result).toBe('InvalidTarget');
    b.run('gus_c', calls.cutGuarantee(target('vito', 500n * CRU)));
    expect(row()).toMatchObject({ targets: [], total: 0n });
    b.run('vito_c', calls.guarantee(target('vera', CRU)));
    expect(b.pallets.staking.storage.validators.has(id('vito'))).toBe(false);
    expect(b.pallets.staking.storage.stakeLimit.has(id('vito'))).toBe(true);
  });

  test('lowering the fee costs the era: 100 % in the active era’s row; a newcomer gets such a row too', () => {
    const b = start();
    const prefs = (name: string) => b.pallets.staking.storage.erasValidatorPrefs.get(0, id(name)).feePerbill;
    b.run('vera_c', calls.validate({ prefs: { feePerbill: 50 * PERCENT } }));
    expect(prefs('vera')).toBe(50 * PERCENT);
    b.run('vera_c', calls.validate({ prefs: { feePerbill: 40 * PERCENT } }));
    expect(prefs('vera')).toBe(100 * PERCENT);
    b.run('gus', bond(CRU));
    b.run('gus_c', calls.validate({ prefs: { feePerbill: 90 * PERCENT } }));
    expect(b.pallets.staking.storage.erasValidatorPrefs.has(0, id('gus'))).toBe(true);
    b.run('gus_c', calls.chill({}));
    expect(b.pallets.staking.storage.validators.has(id('gus'))).toBe(false);
  });
});

test('the first guarantee may be of nothing, when all of the bond is on its way out; the next may not', () => {
  const b = start();
  b.run('gus', bond(CRU));
  b.run('gus_c', calls.unbond({ value: CRU }));
  const nothing = calls.guarantee(target('vera', CRU));
  expect(b.run('gus_c', nothing)).toEqual({ result: 'ok', events: ['Staking.GuaranteeSuccess'] });
  expect(b.pallets.staking.storage.guarantors.get(id('gus'))).toMatchObject({
    targets: [{ who: id('vera'), value: 0n }],
    total: 0n,
  });
  expect(b.run('gus_c', nothing).result).toBe('ExceedGuaranteeLimit');
});
