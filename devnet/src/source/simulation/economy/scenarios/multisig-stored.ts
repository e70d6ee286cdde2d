import { blake2_256 } from '../../../../codec/hash';
import { encodeHex } from '../../../../codec/scale';
import { multisigAccount } from '../../pallets/multisig-account';
import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { fileOf, happened, newCid, orderOf } from './steps';

export const multisigStored: Scenario = {
  name: 'multisig-stored',
  about:
    'An order is left with the chain for the others to approve by its hash: it is placed by a call no block shows.',
  people: { anna: 80, berta: 50, carla: 50 },
  blocks: 20,
  *script(stage, ctx) {
    const { balances, multisig } = ctx.pallets;
    const people = ['anna', 'berta', 'carla'].map((name) => stage.who(name));
    people.sort((a, b) => (a.account < b.account ? -1 : 1));
    const [first, second] = people;
    if (first === undefined || second === undefined) throw new Error('three people are needed');
    const accounts = people.map((p) => p.account);
    const shared = multisigAccount(accounts, 2);
    const others = (by: typeof first) => accounts.filter((a) => a !== by.account);
    const cid = newCid(stage, 'left with the chain');
    const call = encodeHex(ctx.runtime.callCodec, orderOf(ctx, cid));
    const callHash = blake2_256(call);
    const plan = { threshold: 2, maxWeight: 10_000_000_000n };
    ctx = yield [ctx.sign(first, balances.calls.transfer({ dest: shared, value: 10n * CRU }))];
    const propose = { ...plan, otherSignatories: others(first), maybeTimepoint: null, call, storeCall: true };
    ctx = yield [ctx.sign(first, multisig.calls.asMulti(propose))];
    stage.fact('the chain keeps the call', multisig.storedCalls.has(callHash) && fileOf(ctx, cid) === undefined);
    const held = balances.reserved(first.account);
    const [pending] = multisig.multisigs.entries(shared);
    const maybeTimepoint = pending?.[1].when ?? null;
    const approve = { ...plan, otherSignatories: others(second), maybeTimepoint, callHash };
    ctx = yield [ctx.sign(second, multisig.calls.approveAsMulti(approve))];
    stage.fact(
      'a hash is enough to place it',
      happened(ctx, 'Market.FileSuccess').some((e) => e.args[1] === cid),
    );
    stage.fact('the call is forgotten', !multisig.storedCalls.has(callHash));
    stage.fact('what it cost to keep is free again', balances.reserved(first.account) < held);
  },
};
