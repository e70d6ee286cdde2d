import { describe, expect, it } from 'vitest';
import type { EventFact, Json } from '../../decode/facts';
import { legsBefore, paidFromStorage } from './legs';
import { renewalStoragePart, takeOrderCall } from './orders';
import { RESERVED_POT, STAKING_POT, STORAGE_POT } from './pots';

const PAYER = 'cTHkxwpL2jKJrHHg4QSWujPJfS4gaszkWreXvFAm4LNhh5P9x';
const OTHER = 'cTMMwT9PU7i7gUuGTRqBR19kkDZURUvyJCHp2gPWPM91dy3fm';

const event = (pallet: string, name: string, ...args: Json[]): EventFact => ({
  index: 0,
  phase: 'EXTRINSIC',
  extrinsicIndex: 1,
  pallet,
  name,
  types: args.map(() => ''),
  args,
});
const transfer = (from: string, to: string, amount: Json) => event('balances', 'Transfer', from, to, amount);
const success = event('market', 'FileSuccess', PAYER, '0x61');

describe('the pots', () => {
  it('are the accounts seen on chain', () => {
    expect(STORAGE_POT).toBe('cTJp8A3DSBq5FQm55gxsXbuYutnghHkLPWYNowLG2E1wudbuj');
    expect(STAKING_POT).toBe('cTJp8A3DSBq5FQm55gxsXbuWLx37r7kBQnPGsH6Q9aFcQUFtF');
    expect(RESERVED_POT).toBe('cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd');
  });
});

describe('legsBefore', () => {
  const legs = (from: string, ...amounts: Json[]) => [
    transfer(from, RESERVED_POT, amounts[0] ?? 0),
    transfer(from, STAKING_POT, amounts[1] ?? 0),
    transfer(from, STORAGE_POT, amounts[2] ?? 0),
  ];

  it('sums the three transfers of one order, amounts beyond 2^53 too', () => {
    const events = [...legs(PAYER, 10, 72, '0x0020000000000001'), success];
    expect(legsBefore(events, 3)).toEqual({ reserved: 10n, staking: 72n, storage: 9007199254740993n, payer: PAYER });
  });

  it('takes each order of a batch its own legs', () => {
    const events = [...legs(PAYER, 1, 2, 3), success, ...legs(PAYER, 4, 5, 6), success];
    expect(legsBefore(events, 3)).toMatchObject({ reserved: 1n, staking: 2n, storage: 3n });
    expect(legsBefore(events, 7)).toMatchObject({ reserved: 4n, staking: 5n, storage: 6n });
  });

  it('passes over fresh and dying accounts between the legs, and lives with missing legs', () => {
    const events = [
      transfer(PAYER, STAKING_POT, 72),
      event('system', 'KilledAccount', PAYER),
      event('balances', 'DustLost', PAYER, 1),
      event('treasury', 'Deposit', 1),
      transfer(PAYER, STORAGE_POT, 18),
      success,
    ];
    expect(legsBefore(events, 5)).toEqual({ reserved: 0n, staking: 72n, storage: 18n, payer: PAYER });
  });

  it('does not take the legs of an order that failed before', () => {
    const events = [transfer(PAYER, RESERVED_POT, 99), ...legs(PAYER, 1, 2, 3), success];
    expect(legsBefore(events, 4)).toMatchObject({ reserved: 1n });
    const foreign = [
      transfer(OTHER, RESERVED_POT, 99),
      transfer(PAYER, STAKING_POT, 2),
      transfer(PAYER, STORAGE_POT, 3),
      success,
    ];
    expect(legsBefore(foreign, 3)).toEqual({ reserved: 0n, staking: 2n, storage: 3n, payer: PAYER });
  });
});

describe('paidFromStorage', () => {
  it('finds the liquidator of a settlement that also renewed', () => {
    const events = [
      transfer(STORAGE_POT, OTHER, 50),
      transfer(STORAGE_POT, RESERVED_POT, 1),
      transfer(STORAGE_POT, STAKING_POT, 2),
      event('market', 'RenewFileSuccess', OTHER, '0x61'),
      event('market', 'CalculateSuccess', '0x61'),
    ];
    expect(paidFromStorage(events, 4)).toEqual({ to: OTHER, amount: 50n });
  });

  it('finds nothing when nobody was paid, or somebody before another event of the market', () => {
    const events = [
      transfer(STORAGE_POT, OTHER, 50),
      event('market', 'CalculateSuccess', '0x61'),
      event('market', 'CalculateSuccess', '0x62'),
    ];
    expect(paidFromStorage(events, 2)).toBeNull();
  });
});

describe('orders', () => {
  it('matches calls by file and payer, in order', () => {
    const call = (cidHex: string, origin: string, tips: bigint) => ({
      cidHex,
      origin,
      tips,
      givenSizeBytes: 1n,
      memo: null,
      wrapped: true,
    });
    const calls = [call('0x61', OTHER, 1n), call('0x61', PAYER, 2n), call('0x62', PAYER, 3n), call('0x61', PAYER, 4n)];
    expect(takeOrderCall(calls, '0x61', PAYER)?.tips).toBe(2n);
    expect(takeOrderCall(calls, '0x61', PAYER)?.tips).toBe(4n);
    expect(takeOrderCall(calls, '0x61', 'a multisig account')?.tips).toBe(1n);
    expect(takeOrderCall(calls, '0x61', PAYER)).toBeUndefined();
  });

  it('computes the part a renewal pays to the pot itself', () => {
    const prices = { baseFee: 1_000n, byteFee: 10_000n, keysFee: 1_000_000n };
    expect(renewalStoragePart(1_048_577n, prices, 25)).toBe(183_600n);
    expect(renewalStoragePart(1_048_577n, prices, 1)).toBe(3_780n);
  });
});
