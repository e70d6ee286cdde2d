import { encodeAddress } from '@moho/protocol/base';
import fc from 'fast-check';
import type { CallFact, EventFact, Json } from '../src/decode/facts';
import { orderCalls } from '../src/reduce/market/orders';
import { RESERVED_POT, STAKING_POT, STORAGE_POT } from '../src/reduce/market/pots';

/** What the market does with the storage pot, played as the events and calls of one extrinsic, with what they must be told as. */
export interface Played {
  events: EventFact[];
  calls: CallFact[];
  /** kind, signed amount, file, in order */
  told: [kind: string, amount: bigint, cidHex: string | null][];
}

const account = (n: number): string => encodeAddress(new Uint8Array(32).fill(n + 1));
const cid = (n: number): string => `0x${(0x6100 + n).toString(16)}`;

const event = (pallet: string, name: string, ...args: Json[]): EventFact => ({
  index: 0,
  phase: 'EXTRINSIC',
  extrinsicIndex: 1,
  pallet,
  name,
  types: args.map(() => ''),
  args,
});
const json = (amount: bigint): Json => `0x${amount.toString(16)}`;
/** Transfers of nothing have no event. */
export const transfer = (from: string, to: string, amount: bigint): EventFact[] =>
  amount === 0n ? [] : [event('balances', 'Transfer', from, to, json(amount))];
const call = (pallet: string, name: string, args: Record<string, Json>, origin: string | null): CallFact => ({
  pallet,
  call: name,
  args,
  origin,
  wrapped: true,
  deferred: false,
});

/** A fresh receiver and a dying sender leave events of their own between the legs. */
const noise = [event('system', 'NewAccount', account(9)), event('balances', 'Endowed', account(9), json(7n))];

const n = fc.integer({ min: 0, max: 3 });
const positive = fc.bigInt({ min: 1n, max: 1n << 60n });
/** Often so small that two payments are the same. */
const payment = fc.oneof(fc.bigInt({ min: 1n, max: 3n }), positive);
const money = fc.oneof(fc.constant(0n), positive);

/** Prices so small that legs vanish, too. */
const worth = fc.oneof(fc.bigInt({ min: 0n, max: 9n }), positive);

const order = fc.tuple(n, n, worth, money, fc.boolean()).map(([who, file, value, tips, noisy]): Played => {
  const staking = (value * 72n) / 100n;
  const part = staking / 4n;
  const legs = [...transfer(account(who), RESERVED_POT, value / 10n), ...transfer(account(who), STAKING_POT, staking)];
  const told: Played['told'] = [
    ['ORDER', part, cid(file)],
    ['TIP', tips, cid(file)],
  ];
  return {
    events: [
      ...legs,
      ...(noisy ? noise : []),
      ...transfer(account(who), STORAGE_POT, part + tips),
      event('market', 'FileSuccess', account(who), cid(file)),
    ],
    calls: [
      call('market', 'place_storage_order', { cid: cid(file), reported_file_size: 1, tips: json(tips) }, account(who)),
    ],
    told: told.filter(([, amount]) => amount !== 0n),
  };
});

const prepaid = fc.tuple(n, n, money).map(
  ([who, file, amount]): Played => ({
    events: [
      ...transfer(account(who), STORAGE_POT, amount),
      event('market', 'AddPrepaidSuccess', account(who), cid(file), json(amount)),
    ],
    calls: [call('market', 'add_prepaid', { cid: cid(file), amount: json(amount) }, account(who))],
    told: amount === 0n ? [] : [['PREPAID', amount, cid(file)]],
  }),
);

const cashed = fc.tuple(n, payment).map(
  ([who, amount]): Played => ({
    events: [...transfer(STORAGE_POT, account(who), amount), event('market', 'RewardMerchantSuccess', account(who))],
    calls: [call('market', 'reward_merchant', {}, account(who))],
    told: [['MERCHANT', -amount, null]],
  }),
);

/** calculate_reward: whoever calls may be paid, then the file is renewed, closed, or neither. */
const settled = (spec: number) =>
  fc
    .tuple(n, n, money, money, positive, fc.constantFrom('renewed', 'closed', 'neither'))
    .map(([who, file, liquidator, left, price, outcome]): Played => {
      const caller = account(who);
      const events = transfer(STORAGE_POT, caller, liquidator);
      const told: Played['told'] = liquidator === 0n ? [] : [['LIQUIDATOR', -liquidator, cid(file)]];
      if (outcome === 'renewed') {
        const reward = spec < 17 ? price / 20n + 1n : 0n;
        if (reward > 0n) told.push(['RENEWAL_REWARD', -reward, cid(file)]);
        told.push(['RENEWAL', -price, cid(file)], ['RENEWAL', -price * 7n, cid(file)]);
        events.push(
          ...transfer(STORAGE_POT, caller, reward),
          ...transfer(STORAGE_POT, RESERVED_POT, price),
          ...transfer(STORAGE_POT, STAKING_POT, price * 7n),
          event('market', 'RenewFileSuccess', caller, cid(file)),
        );
      }
      if (outcome === 'closed') {
        if (left > 0n) told.push(['PREPAID_TO_RESERVED', -left, cid(file)]);
        events.push(...transfer(STORAGE_POT, RESERVED_POT, left));
        if (spec >= 23) events.push(event('market', 'FileClosed', cid(file)));
      }
      events.push(event('market', 'CalculateSuccess', cid(file)));
      return { events, calls: [call('market', 'calculate_reward', { cid: cid(file) }, caller)], told };
    });

const illegal = fc.tuple(n, money).map(
  ([file, amount]): Played => ({
    events: [...transfer(STORAGE_POT, RESERVED_POT, amount), event('market', 'IllegalFileClosed', cid(file))],
    calls: [],
    told: amount === 0n ? [] : [['ILLEGAL_TO_RESERVED', -amount, cid(file)]],
  }),
);

/** Larger than what rounding could make of a leg. */
const present = fc.bigInt({ min: 10n, max: 1n << 60n });

const gift = fc.tuple(n, present).map(
  ([who, amount]): Played => ({
    events: transfer(account(who), STORAGE_POT, amount),
    calls: [call('balances', 'transfer', { dest: STORAGE_POT, value: json(amount) }, account(who))],
    told: [['TRANSFER', amount, null]],
  }),
);

/** sudo_as lets root transfer as the pot. */
const taken = fc.tuple(n, payment).map(
  ([who, amount]): Played => ({
    events: [...transfer(STORAGE_POT, account(who), amount), event('sudo', 'SudoAsDone', true)],
    calls: [call('balances', 'transfer', { dest: account(who), value: json(amount) }, STORAGE_POT)],
    told: [['TRANSFER', -amount, null]],
  }),
);

/** What a call that fails after its first payment leaves behind: it ends its batch. */
const failedSettlement = fc.tuple(n, positive).map(
  ([who, amount]): Played => ({
    events: [...transfer(STORAGE_POT, account(who), amount), event('utility', 'BatchInterrupted', 1, {})],
    calls: [call('market', 'calculate_reward', { cid: cid(7) }, account(who))],
    told: [['LIQUIDATOR', -amount, cid(7)]],
  }),
);

/** A batch of anything, in the runtime `spec`. */
export const batch = (spec: number): fc.Arbitrary<Played> => {
  const parts = fc.array(fc.oneof(order, prepaid, cashed, settled(spec), illegal, gift, taken), { maxLength: 8 });
  return fc.tuple(parts, fc.option(failedSettlement)).map(([played, end]) => {
    const all = end ? [...played, end] : played;
    const events = all.flatMap((one) => one.events).map((one, index) => ({ ...one, index }));
    return { events, calls: all.flatMap((one) => one.calls), told: all.flatMap((one) => one.told) };
  });
};

/** The order calls among them. */
export const ordersOf = (calls: CallFact[]) => orderCalls({ calls } as Parameters<typeof orderCalls>[0]);
