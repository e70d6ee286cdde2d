import { describe, expect, it } from 'vitest';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import { ROOT } from '../framework/dispatch';
import { runtimeOf } from '../runtimes';
import { runtimeValues } from './runtime-values';
import { TREASURY_ACCOUNT } from './treasury';

function start(pot: bigint) {
  const b = bench({ [TREASURY_ACCOUNT]: pot, anna: 1_000n * CRU, berta: 10n * CRU });
  const { treasury } = b.pallets;
  const root = (call: Parameters<typeof b.chain.runtime.dispatch>[0]) => b.chain.runtime.dispatch(call, ROOT).ok;
  const { records } = b.chain.runtime.events;
  /** the hooks of the block that ends a spend period */
  const periodEnds = () => {
    const before = records.length;
    b.chain.runtime.initialize(runtimeValues(b.chain.runtime.spec).spendPeriodBlocks);
    return records.slice(before).filter((e) => e.pallet === 'Treasury');
  };
  return { b, treasury, root, periodEnds };
}

describe('the treasury', () => {
  it('weighs what it spends: the period and every proposal in line', () => {
    const { b, treasury, root } = start(200n * CRU);
    const period = runtimeValues(b.chain.runtime.spec).spendPeriodBlocks;
    const idle = b.chain.runtime.initialize(period + 1);
    const empty = b.chain.runtime.initialize(period) - idle;
    b.run('anna', treasury.calls.proposeSpend({ value: CRU, beneficiary: id('berta') }));
    root(treasury.calls.approveProposal({ proposal_id: 0 }));
    expect(b.chain.runtime.initialize(2 * period) - idle - empty).toBe(71_943_000 + 3 * 125_000_000);
    expect(empty).toBe(74_689_000 + 2 * 125_000_000);
    expect(([1, 4, 17, 25] as const).map((spec) => runtimeValues(runtimeOf(spec)).spendPeriodBlocks)).toEqual([
      86_400, 86_400, 100_800, 100_800,
    ]);
  });

  it('pays what was approved, gives the bond back, burns a part of the rest', () => {
    const { b, treasury, root, periodEnds } = start(200n * CRU);
    const propose = treasury.calls.proposeSpend({ value: 100n * CRU, beneficiary: id('berta') });
    expect(b.run('anna', propose).events).toContain('Treasury.Proposed');
    expect(b.pallets.balances.reserved(id('anna'))).toBe(10n * CRU);
    expect(root(treasury.calls.approveProposal({ proposal_id: 0 }))).toBe(true);
    const before = b.pallets.balances.free(id('berta'));
    const events = periodEnds();
    expect(events.map((e) => e.name)).toEqual(['Spending', 'Awarded', 'Burnt', 'Rollover']);
    const [spending, , burnt, rollover] = events.map((e) => e.args[0] as bigint);
    expect(burnt).toBe((((spending ?? 0n) - 100n * CRU) * 2n) / 1000n);
    expect(rollover).toBe((spending ?? 0n) - 100n * CRU - (burnt ?? 0n));
    expect(b.pallets.balances.free(id('berta')) - before).toBe(100n * CRU);
    expect(b.pallets.balances.reserved(id('anna'))).toBe(0n);
    expect(treasury.pot()).toBe(rollover);
    expect(b.issuanceIsTheSumOfBalances()).toBe(true);
  });

  it('lets a proposal wait that it cannot pay, and then burns nothing', () => {
    const { b, treasury, root, periodEnds } = start(50n * CRU);
    b.run('anna', treasury.calls.proposeSpend({ value: 100n * CRU, beneficiary: id('berta') }));
    root(treasury.calls.approveProposal({ proposal_id: 0 }));
    expect(periodEnds().map((e) => e.name)).toEqual(['Spending', 'Rollover']);
    expect(treasury.approvals.get()).toEqual([0]);
    expect(b.issuanceIsTheSumOfBalances()).toBe(true);
  });

  it('keeps the bond of a rejected proposal', () => {
    const { b, treasury, root } = start(50n * CRU);
    b.run('anna', treasury.calls.proposeSpend({ value: 400n * CRU, beneficiary: id('berta') }));
    const pot = treasury.pot();
    expect(root(treasury.calls.rejectProposal({ proposal_id: 0 }))).toBe(true);
    expect(treasury.pot() - pot).toBe(20n * CRU);
    expect(b.pallets.balances.reserved(id('anna'))).toBe(0n);
    expect(root(treasury.calls.approveProposal({ proposal_id: 0 }))).toBe(false);
    expect(b.issuanceIsTheSumOfBalances()).toBe(true);
  });

  it('asks for a bond that the proposer has', () => {
    const { b, treasury } = start(50n * CRU);
    const call = treasury.calls.proposeSpend({ value: 400n * CRU, beneficiary: id('anna') });
    expect(b.run('berta', call).result).toBe('InsufficientProposersBalance');
  });
});
