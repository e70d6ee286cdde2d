import { POTS } from '@moho/protocol/pots';
import { expect, it } from 'vitest';
import type { ChainEvent } from '../chain-facts';
import type { DecodedField } from '../decoded';
import { compareDebits, compareOrderLegs, type DebitFacts } from './orders';

const field = (value: string | bigint): DecodedField =>
  ({ toString: () => String(value), toHex: () => String(value), toJSON: () => String(value) }) as DecodedField;
const event = (index: number, pallet: string, name: string, ...args: (string | bigint)[]): ChainEvent => ({
  block: 5,
  index,
  extrinsic: 1,
  pallet,
  name,
  args: args.map(field),
});
const pay = (index: number, to: string, amount: bigint) => event(index, 'balances', 'Transfer', 'payer', to, amount);

/** Two orders of one batch, with a gift to the pot between them. */
const events = [
  pay(0, POTS.reserved, 10n),
  pay(1, POTS.staking, 72n),
  pay(2, POTS.storage, 18n),
  event(3, 'market', 'FileSuccess', 'payer', 'cid'),
  pay(4, POTS.storage, 5n),
  pay(5, POTS.reserved, 20n),
  pay(6, POTS.staking, 144n),
  pay(7, POTS.storage, 36n),
  event(8, 'market', 'FileSuccess', 'payer', 'cid'),
  event(9, 'treasury', 'Deposit', 800n),
];
const byBlock = new Map([[5, events]]);
const order = (eventIndex: number, legs: string) => ({ block: 5, eventIndex, payer: 'payer', legs });
const orders = [order(3, '100'), order(8, '200')];

it('holds each order of a batch to its own three transfers', () => {
  expect(compareOrderLegs(byBlock, orders)).toMatchObject({ keysCompared: 2, mismatches: [] });
  const wrong = compareOrderLegs(byBlock, [order(3, '100'), order(8, '205')]);
  expect(wrong.mismatches).toMatchObject([{ id: '5-8', chain: '200', index: '205' }]);
});

it("holds the payer's debit to its transfers and the fee that the treasury's part tells", () => {
  const facts = (after: bigint, signed: number[] = [1]): DebitFacts => ({
    events: byBlock,
    orders,
    balanceOf: () => (block) => (block < 5 ? 10_000n : after),
    signedBy: () => signed,
    authorOf: () => null,
    excused: () => false,
  });
  const spent = 305n;
  expect(compareDebits(facts(10_000n - spent - 1000n))).toMatchObject({ keysCompared: 1, mismatches: [] });
  expect(compareDebits(facts(10_000n - spent - 1100n)).mismatches).toHaveLength(1);
  // who did not sign pays no fee
  expect(compareDebits(facts(10_000n - spent, []))).toMatchObject({ mismatches: [] });
  expect(compareDebits(facts(10_000n - spent - 1n, [])).mismatches).toHaveLength(1);
});
