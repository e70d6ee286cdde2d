import { describe, expect, it } from 'vitest';
import { parsePercent, readState } from './list-state';

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
    expect(readState({ sort: 'GUARANTEE_FEE', dir: 'ASC', elected: '1', room: '1', fee: '90', q: ' basalt ' })).toEqual(
      {
        sort: 'GUARANTEE_FEE',
        direction: 'ASC',
        elected: true,
        hasRoom: true,
        minFeePerbill: 900_000_000,
        badFee: null,
        text: 'basalt',
        after: null,
      },
    );
    expect(readState({ sort: 'DROP TABLE', dir: 'up', fee: 'all' })).toMatchObject({
      sort: 'EFFECTIVE_STAKE',
      direction: 'DESC',
      minFeePerbill: null,
      badFee: 'all',
    });
  });
});
