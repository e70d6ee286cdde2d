import { describe, expect, it } from 'vitest';
import { type CallDecoder, decodeCall } from './calls';
import type { Json } from './facts';
import { derivativeAccount, multisigAccount } from './origin';

const ALICE = 'cTHkxwpL2jKJrHHg4QSWujPJfS4gaszkWreXvFAm4LNhh5P9x';
const BOB = 'cTMMwT9PU7i7gUuGTRqBR19kkDZURUvyJCHp2gPWPM91dy3fm';

const NAMES: Record<string, { pallet: string; call: string; args: { name: string; type: string }[] }> = {
  '0x1a00': {
    pallet: 'market',
    call: 'place_storage_order',
    args: [
      { name: 'cid', type: 'MerkleRoot' },
      { name: 'reported_file_size', type: 'u64' },
      { name: 'tips', type: 'Compact<BalanceOf>' },
    ],
  },
  '0x1700': { pallet: 'utility', call: 'batch', args: [{ name: 'calls', type: 'Vec<Call>' }] },
  '0x1701': {
    pallet: 'utility',
    call: 'as_derivative',
    args: [
      { name: 'index', type: 'u16' },
      { name: 'call', type: 'Call' },
    ],
  },
  '0x1e01': {
    pallet: 'multisig',
    call: 'as_multi',
    args: [
      { name: 'threshold', type: 'u16' },
      { name: 'other_signatories', type: 'Vec<AccountId>' },
      { name: 'call', type: 'OpaqueCall' },
    ],
  },
  '0x1800': {
    pallet: 'sudo',
    call: 'sudo_as',
    args: [
      { name: 'who', type: 'LookupSource' },
      { name: 'call', type: 'Call' },
    ],
  },
  '0x1801': { pallet: 'sudo', call: 'sudo', args: [{ name: 'call', type: 'Call' }] },
  '0x1600': {
    pallet: 'scheduler',
    call: 'schedule',
    args: [
      { name: 'when', type: 'BlockNumber' },
      { name: 'call', type: 'Call' },
    ],
  },
};

const order = (cid: string): Json => ({
  callIndex: '0x1a00',
  args: { cid, reported_file_size: '0x0020000000000001', tips: 5 },
});

const decoder: CallDecoder = {
  call: (index) => {
    const names = NAMES[index];
    if (!names) throw new Error(`no call ${index}`);
    return names;
  },
  decodeCall: () => order('0x6d'),
};

const decode = (raw: Json, signer: string | null = ALICE) => decodeCall(raw, signer, decoder);
const orders = (raw: Json) => decode(raw).calls.filter((call) => call.call === 'place_storage_order');

describe('decodeCall', () => {
  it('keeps a bare call and shows wide integers as decimal text', () => {
    const { node, calls } = decode(order('0x61'));
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ origin: ALICE, wrapped: false, deferred: false });
    expect(node.args.map(({ value }) => value)).toEqual(['0x61', '9007199254740993', '5']);
  });

  it('opens batches inside batches, in the order of execution', () => {
    const nested = {
      callIndex: '0x1700',
      args: {
        calls: [order('0x61'), { callIndex: '0x1700', args: { calls: [order('0x62'), order('0x63')] } }, order('0x64')],
      },
    };
    expect(orders(nested).map((call) => call.args.cid)).toEqual(['0x61', '0x62', '0x63', '0x64']);
    expect(orders(nested).every((call) => call.wrapped && call.origin === ALICE)).toBe(true);
  });

  it('runs a derivative call for the derived account, and sudo_as for the named one', () => {
    const derived = { callIndex: '0x1701', args: { index: 7, call: order('0x61') } };
    expect(orders(derived)[0]?.origin).toBe(derivativeAccount(ALICE, 7));
    const as = { callIndex: '0x1800', args: { who: BOB, call: order('0x61') } };
    expect(orders(as)[0]?.origin).toBe(BOB);
    const root = { callIndex: '0x1801', args: { call: order('0x61') } };
    expect(orders(root)[0]?.origin).toBeNull();
  });

  it('decodes the bytes a multisig carries, for the multisig account', () => {
    const multi = { callIndex: '0x1e01', args: { threshold: 2, other_signatories: [BOB], call: '0x1a00' } };
    expect(orders(multi)[0]).toMatchObject({ origin: multisigAccount([BOB, ALICE], 2), wrapped: true });
    const { node } = decode(multi);
    expect(node.args[2]?.value).toMatchObject({ pallet: 'market', call: 'place_storage_order' });
  });

  it('marks calls that are only scheduled', () => {
    const scheduled = { callIndex: '0x1600', args: { when: 10, call: order('0x61') } };
    expect(orders(scheduled)[0]?.deferred).toBe(true);
  });

  it('cuts long texts in the tree and says so, but not in the facts', () => {
    const long = `0x${'ab'.repeat(5000)}`;
    const { node, calls } = decode(order(long));
    expect(node.args[0]?.value).toContain('(cut, 10002 characters)');
    expect(calls[0]?.args.cid).toBe(long);
  });

  it('refuses a call without one of its arguments instead of showing it as empty', () => {
    const nameless = { callIndex: '0x1a00', args: { cid: '0x61', reportedFileSize: 1, tips: 5 } };
    expect(() => decode(nameless)).toThrow('market.place_storage_order was decoded without its "reported_file_size"');
  });

  it('refuses what is no call', () => {
    expect(() => decode({ nothing: true })).toThrow(/not a call/);
  });
});

describe('derived accounts', () => {
  it('gives the recorded derivative of the specification 1 chain', () => {
    // the account that placed orders through as_derivative(7) in the recorded chain
    expect(derivativeAccount('cTLTidrsdzivTS5UVB1DmGJ1E3EkxsCZxmzQgfe14kNk9Qw6j', 7)).toBe(
      'cTHVtLmptzpez23zRm8tLUkG7iDKeGRBiRzYv9mg3MxaR4rGG',
    );
  });

  it('does not care for the order of members', () => {
    expect(multisigAccount([ALICE, BOB], 2)).toBe(multisigAccount([BOB, ALICE], 2));
    expect(multisigAccount([ALICE, BOB], 1)).not.toBe(multisigAccount([ALICE, BOB], 2));
  });
});
