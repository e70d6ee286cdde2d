import { encodeHex } from '../../../../codec/scale';
import { multisigAccount } from '../../pallets/multisig-account';
import { CRU } from '../cast';
import type { Scenario } from './scenario';
import { fileOf, happened, newCid, orderOf } from './steps';

export const multisigOrder: Scenario = {
  name: 'multisig-order',
  about: 'Two of three people order a file together: it is paid by their common account, which signs nothing itself.',
  people: { anna: 50, berta: 50, carla: 50 },
  blocks: 20,
  *script(stage, ctx) {
    const { balances, multisig } = ctx.pallets;
    const people = ['anna', 'berta', 'carla'].map((name) => stage.who(name));
    people.sort((a, b) => (a.account < b.account ? -1 : 1));
    const accounts = people.map((p) => p.account);
    const shared = multisigAccount(accounts, 2);
    const [first, second] = people;
    if (first === undefined || second === undefined) throw new Error('three people are needed');
    const cid = newCid(stage, 'together');
    ctx = yield [ctx.sign(first, balances.calls.transfer({ dest: shared, value: 10n * CRU }))];
    const call = encodeHex(ctx.runtime.callCodec, orderOf(ctx, cid));
    const request = (by: typeof first, maybeTimepoint: { height: number; index: number } | null) =>
      multisig.calls.asMulti({
        threshold: 2,
        otherSignatories: accounts.filter((a) => a !== by.account),
        maybeTimepoint,
        call,
        storeCall: false,
        maxWeight: 10_000_000_000n,
      });
    ctx = yield [ctx.sign(first, request(first, null))];
    const [pending] = multisig.multisigs.entries(shared);
    stage.fact('one approval orders nothing', pending !== undefined && fileOf(ctx, cid) === undefined);
    ctx = yield [ctx.sign(second, request(second, pending?.[1].when ?? null))];
    stage.fact(
      'two do',
      happened(ctx, 'Market.FileSuccess').some((e) => e.args[0] === shared && e.args[1] === cid),
    );
    stage.fact('the common account paid', balances.free(shared) < 10n * CRU);
  },
};
