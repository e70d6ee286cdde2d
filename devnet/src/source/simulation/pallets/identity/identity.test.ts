import { describe, expect, test } from 'vitest';
import { decode, encodeHex, type Hex } from '../../../../codec/scale';
import { type Bench, bench, CRU, id } from '../../../../test-support/pallet-bench';
import { type Call, ROOT } from '../../framework/dispatch';
import { TREASURY_ACCOUNT } from '../treasury';
import { identityData, plainIdentity, rawData } from './data';

const FUNDS = { anna: 100n * CRU, bert: 100n * CRU, rita: 100n * CRU, [TREASURY_ACCOUNT]: CRU };
const text = (words: string): Hex => `0x${Buffer.from(words).toString('hex')}`;
const ANNA = { info: plainIdentity(text('Anna')) };

/** Anna has an identity, Rita is a registrar who asks for 3 CRU. */
function start() {
  const b = bench(FUNDS);
  const { identity } = b.pallets;
  const { calls } = identity;
  const root = (call: Call) => b.chain.runtime.dispatch(call, ROOT).ok;
  b.run('anna', calls.setIdentity(ANNA));
  root(calls.addRegistrar({ account: id('rita') }));
  b.run('rita', calls.setFee({ index: 0, fee: 3n * CRU }));
  return { b, identity, calls, root };
}
const reserved = (b: Bench, name: string) => b.pallets.balances.reserved(id(name));
const ask = { reg_index: 0, max_fee: 3n * CRU };

test('every kind of data reads back as it was written', () => {
  const kinds: Hex[] = ['0x00', '0x01', rawData(text('Crust')), rawData(`0x${'ab'.repeat(32)}`)];
  for (const hash of ['22', '23', '24', '25']) kinds.push(`0x${hash}${'cd'.repeat(32)}`);
  for (const kind of kinds) expect(encodeHex(identityData, decode(identityData, kind))).toBe(kind);
  expect(() => decode(identityData, `0x26${'00'.repeat(32)}`)).toThrow(/kind 38/);
});

describe('judgements', () => {
  test('are asked for and paid for; the fee is the registrar’s once it has answered', () => {
    const { b, identity, calls } = start();
    expect(b.run('anna', calls.requestJudgement({ ...ask, max_fee: CRU })).result).toBe('FeeChanged');
    expect(b.run('anna', calls.requestJudgement({ ...ask, reg_index: 1 })).result).toBe('EmptyIndex');
    expect(b.run('bert', calls.requestJudgement(ask)).result).toBe('NoIdentity');
    expect(b.run('anna', calls.requestJudgement(ask)).events).toEqual([
      'Balances.Reserved',
      'Identity.JudgementRequested',
    ]);
    expect(reserved(b, 'anna')).toBe(8n * CRU);
    expect(b.run('anna', calls.requestJudgement(ask)).result).toBe('StickyJudgement');

    const judge = (tag: 'Reasonable' | 'FeePaid') => {
      const verdict = tag === 'FeePaid' ? { tag, value: 1n } : { tag, value: null };
      return calls.provideJudgement({ reg_index: 0, target: id('anna'), judgement: verdict });
    };
    expect(b.run('bert', judge('Reasonable')).result).toBe('InvalidIndex');
    expect(b.run('rita', judge('FeePaid')).result).toBe('InvalidJudgement');
    expect(b.run('rita', judge('Reasonable')).events).toEqual([
      'Balances.ReserveRepatriated',
      'Identity.JudgementGiven',
    ]);
    expect(b.pallets.balances.free(id('rita'))).toBe(103n * CRU);
    expect(b.run('anna', calls.cancelRequest({ reg_index: 0 })).result).toBe('JudgementGiven');
    // only sticky ones outlive a new identity
    b.run('anna', calls.setIdentity(ANNA));
    expect(identity.identityOf.get(id('anna'))?.judgements).toEqual([]);
    expect(b.issuanceIsTheSumOfBalances()).toBe(true);
  });

  test('a request can be taken back, and outlives a new identity until then', () => {
    const { b, identity, calls } = start();
    b.run('anna', calls.requestJudgement(ask));
    b.run('anna', calls.setIdentity(ANNA));
    expect(identity.identityOf.get(id('anna'))?.judgements).toHaveLength(1);
    expect(b.run('anna', calls.cancelRequest({ reg_index: 0 })).result).toBe('ok');
    expect(b.run('anna', calls.cancelRequest({ reg_index: 0 })).result).toBe('NotFound');
    expect(reserved(b, 'anna')).toBe(5n * CRU);
  });

  test('a registrar that does not exist leaves the written list behind when it says its fee', () => {
    const b = bench(FUNDS);
    const { identity } = b.pallets;
    const key = b.chain.runtime.store.keysWithin('0x').length;
    expect(b.run('rita', identity.calls.setFee({ index: 0, fee: 1n })).result).toBe('InvalidIndex');
    expect(identity.registrars.exists()).toBe(true);
    expect(b.chain.runtime.store.keysWithin('0x').length).toBe(key + 1);
  });
});

describe('sub-accounts', () => {
  const sub = (name: string) => ({ sub: id(name), data: rawData(text(name)) });
  const asSubs = (...names: string[]) => ({ subs: names.map((name) => [id(name), rawData(text(name))] as const) });

  test('cost 2 CRU each, belong to one identity, and take their deposit along when they leave by themselves', () => {
    const { b, identity, calls } = start();
    expect(b.run('bert', calls.addSub(sub('x'))).result).toBe('NoIdentity');
    expect(b.run('anna', calls.addSub(sub('bert'))).events).toEqual(['Balances.Reserved', 'Identity.SubIdentityAdded']);
    expect(b.run('anna', calls.addSub(sub('bert'))).result).toBe('AlreadyClaimed');
    b.run('rita', calls.setIdentity(ANNA));
    expect(b.run('rita', calls.renameSub(sub('bert'))).result).toBe('NotOwned');
    expect(b.run('rita', calls.setSubs(asSubs('bert'))).result).toBe('AlreadyClaimed');
    expect(b.run('bert', calls.quitSub({})).events).toEqual([
      'Balances.ReserveRepatriated',
      'Identity.SubIdentityRevoked',
    ]);
    expect(b.pallets.balances.free(id('bert'))).toBe(102n * CRU);
    expect(identity.subsOf.has(id('anna'))).toBe(true);
    expect(b.run('bert', calls.quitSub({})).result).toBe('NotSub');
  });

  test('are set all at once and go with the identity, its deposits with them', () => {
    const { b, identity, calls } = start();
    b.run('anna', calls.setSubs(asSubs('bert', 'x', 'y')));
    expect(reserved(b, 'anna')).toBe(11n * CRU);
    b.run('anna', calls.setSubs(asSubs('x')));
    expect(reserved(b, 'anna')).toBe(7n * CRU);
    expect(identity.superOf.has(id('bert'))).toBe(false);
    expect(b.run('anna', calls.clearIdentity({})).events).toEqual(['Balances.Unreserved', 'Identity.IdentityCleared']);
    expect(reserved(b, 'anna')).toBe(0n);
    expect([identity.superOf.has(id('x')), identity.subsOf.has(id('anna'))]).toEqual([false, false]);
    expect(b.run('anna', calls.clearIdentity({})).result).toBe('NotNamed');
  });
});

test('root ends an identity: what was reserved for it is the treasury’s', () => {
  const { b, calls, root } = start();
  b.run('anna', calls.requestJudgement(ask));
  const before = b.pallets.balances.free(TREASURY_ACCOUNT);
  expect(b.run('bert', calls.killIdentity({ target: id('anna') })).result).toBe('BadOrigin');
  expect(root(calls.killIdentity({ target: id('anna') }))).toBe(true);
  expect(b.pallets.balances.free(TREASURY_ACCOUNT)).toBe(before + 8n * CRU);
  expect(reserved(b, 'anna')).toBe(0n);
  expect(root(calls.killIdentity({ target: id('anna') }))).toBe(false);
  expect(b.issuanceIsTheSumOfBalances()).toBe(true);
});
