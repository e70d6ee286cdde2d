import { describe, expect, it } from 'vitest';
import { isNarrowed, parsePercent, questionOf, readState } from './list-state';

describe('parsePercent', () => {
  it('reads percentages exactly', () => {
    expect(['85', '85 %', '33,3333333', '100', '0'].map(parsePercent)).toEqual([
      850_000_000, 850_000_000, 333_333_333, 1_000_000_000, 0,
    ]);
  });
  it('refuses what is none', () => {
    expect(['101', '-1', 'many', '1e1', ''].map(parsePercent)).toEqual([null, null, null, null, null]);
  });
});

describe('readState', () => {
  it('starts with the largest effective stake', () => {
    expect(readState({})).toMatchObject({ sort: 'EFFECTIVE_STAKE', direction: 'DESC', elected: false, badFee: null });
  });
  it('keeps what the address says and falls back where it says nonsense', () => {
    const state = readState({ sort: 'GUARANTEE_FEE', dir: 'ASC', elected: '1', room: '1', fee: '90', q: ' basalt ' });
    expect(state).toMatchObject({
      sort: 'GUARANTEE_FEE',
      direction: 'ASC',
      elected: true,
      hasRoom: true,
      minFeePerbill: 900_000_000,
      badFee: null,
      text: 'basalt',
      after: null,
    });
    expect(readState({ sort: 'DROP TABLE', dir: 'up', fee: 'all' })).toMatchObject({
      sort: 'EFFECTIVE_STAKE',
      direction: 'DESC',
      minFeePerbill: null,
      badFee: 'all',
    });
  });
});

describe('questionOf', () => {
  it('asks with the amount in pico-CRU, every weight, and no filter unless one was typed', () => {
    const { amount, weights, filter } = questionOf(readState({ amount: '2.5', w_fee: '9' }));
    expect(amount).toBe('2500000000000');
    expect(weights).toContainEqual({ factor: 'FEE', weight: 9 });
    expect(filter).toEqual({});
    expect(isNarrowed(readState({ mine: '', q: ' ' }))).toBe(false);
  });

  it('asks for each threshold by its own name', () => {
    const query = {
      mine: '5',
      paid: '4',
      bad: '1.5',
      headroom: '100',
      saturation: '90',
      reports: '99',
      unclaimed: '3',
    };
    expect(questionOf(readState({ ...query, unslashed: '1', elected: '1' })).filter).toEqual({
      minMyReturnPerbill: '50000000',
      minReturnPerbill: '40000000',
      minBadReturnPerbill: '15000000',
      minHeadroom: '100000000000000',
      maxSaturationPerbill: '900000000',
      minReportsPerbill: 990_000_000,
      maxUnclaimed: 3,
      unslashed: true,
      standings: ['ELECTED'],
    });
  });
});
