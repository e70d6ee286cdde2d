import { expect, test } from 'vitest';
import { CRU, id } from '../../../../test-support/pallet-bench';
import { ledger, start } from '../../../../test-support/staking-bench';

test('a slash waits 108 eras from its report, then takes bonds and pays the treasury', () => {
  const b = start();
  const { staking, balances } = b.pallets;
  const s = staking.storage;
  s.activeEra.set({ index: 10, start: null });
  staking.deferSlash({ validator: id('vera'), own: 100n * CRU, others: [], reporters: [], payout: 5n * CRU });
  expect(s.unappliedSlashes.get(10)).toHaveLength(1);
  const issued = balances.totalIssuance();
  const switchTo = (era: number) => {
    s.activeEra.set({ index: era - 1, start: null });
    s.erasStartSessionIndex.set(era, 1000 + era);
    const from = b.chain.runtime.events.records.length;
    staking.startSession(1000 + era);
    return b.chain.runtime.events.records.slice(from).map((e) => `${e.pallet}.${e.name}`);
  };
  expect(switchTo(118)).toEqual([]);
  expect(switchTo(119).slice(0, 1)).toEqual(['Staking.Slash']);
  expect(ledger(b, 'vera_c')).toMatchObject({ total: 900n * CRU, active: 900n * CRU });
  expect(balances.totalIssuance()).toBe(issued);
  expect(b.issuanceIsTheSumOfBalances()).toBe(true);
});
