import { encodeHex, type Hex } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import type { SignedExtrinsic } from '../framework/extrinsic';
import type { Signer } from '../framework/keys';
import { plainIdentity, rawData } from '../pallets/identity/data';
import { multisigAccount } from '../pallets/multisig-account';
import { type Cast, CRU } from './cast';
import { textHex } from './cids';
import { HABITS } from './people';

/** which houses belong to one company, from a block on */
const SUBS_AT: ReadonlyMap<number, readonly number[]> = new Map([
  [150, [0, 1, 2]],
  [260, [0, 2]],
]);

/** What else happens on a chain: names, failures, and an order three people must agree on. */
export function oddities(cast: Cast, newOrder: (ctx: EconomyContext) => Parameters<EconomyContext['sign']>[1]) {
  const trio = [...cast.clients.slice(0, 3)].sort((a, b) => (a.account < b.account ? -1 : 1));
  const shared = multisigAccount(
    trio.map((s) => s.account),
    2,
  );
  let proposed: { call: ReturnType<typeof newOrder>; height: number } | undefined;

  function names(ctx: EconomyContext): SignedExtrinsic[] {
    const all = [
      ...cast.houses.map((h) => [h.stash, h.name] as const),
      [cast.clients[0] as Signer, 'Crato storage'] as const,
      [cast.clients[1] as Signer, '<script>alert(1)</script>'] as const,
    ];
    const named = all[(ctx.block - 60) / 3];
    if (!named || ctx.block % 3 !== 0) return [];
    const info = plainIdentity(textHex(named[1]));
    return [ctx.sign(named[0], ctx.pallets.identity.calls.setIdentity({ info }))];
  }

  /** One company runs several houses, and says so; later it has sold one of them. */
  function relatives(ctx: EconomyContext): SignedExtrinsic[] {
    const [company] = cast.clients;
    const owned = SUBS_AT.get(ctx.block);
    if (company === undefined || owned === undefined) return [];
    const subs = owned.flatMap((n): (readonly [Hex, Hex])[] => {
      const house = cast.houses[n];
      return house === undefined ? [] : [[house.stash.account, rawData(textHex(`node ${n}`))]];
    });
    return [ctx.sign(company, ctx.pallets.identity.calls.setSubs({ subs }))];
  }

  function together(ctx: EconomyContext): SignedExtrinsic[] {
    const { balances, multisig } = ctx.pallets;
    const [first, second] = trio as [Signer, Signer];
    if (ctx.block % 200 === 100) return [ctx.sign(first, balances.calls.transfer({ dest: shared, value: 3n * CRU }))];
    if (ctx.block % 200 !== 105 && ctx.block % 200 !== 109) return [];
    const opening = ctx.block % 200 === 105;
    if (opening) proposed = { call: newOrder(ctx), height: ctx.block };
    if (proposed === undefined) return [];
    const by = opening ? first : second;
    const call = encodeHex(ctx.runtime.callCodec, proposed.call);
    const others = trio.filter((s) => s !== by).map((s) => s.account);
    const [pending] = multisig.multisigs.entries(shared);
    const maybeTimepoint = opening ? null : (pending?.[1].when ?? null);
    const request = {
      threshold: 2,
      otherSignatories: others,
      maybeTimepoint,
      call,
      storeCall: false,
      maxWeight: 10_000_000_000n,
    };
    return [ctx.sign(by, multisig.calls.asMulti(request))];
  }

  function failures(ctx: EconomyContext): SignedExtrinsic[] {
    const { balances, market, staking, swork } = ctx.pallets;
    const who = cast.stranger;
    const elsewhere = (cast.clients[0] as Signer).account;
    switch (ctx.rng.below(7)) {
      case 0:
        return [ctx.sign(who, balances.calls.transfer({ dest: elsewhere, value: 10_000_000n * CRU }))];
      case 1:
        return [ctx.sign(who, market.calls.addPrepaid({ cid: textHex('QmNobodyOrderedThis'), amount: 1n }))];
      case 2:
        return [ctx.sign(who, market.calls.rewardMerchant({}))];
      case 3:
        return [ctx.sign(who, staking.calls.guarantee({ target: [elsewhere, CRU] }))];
      case 4:
        return [ctx.sign(who, swork.calls.quitGroup({}))];
      case 5:
        return [ctx.sign(who, market.calls.calculateReward({ cid: textHex('QmUnknown') }))];
      default:
        return [
          ctx.sign(
            who,
            balances.calls.transfer({ dest: elsewhere, value: BigInt(ctx.rng.between(1, 900)) * 1_000_000_000n }),
            1_000_000n,
          ),
        ];
    }
  }

  return {
    act: (ctx: EconomyContext): SignedExtrinsic[] => [
      ...names(ctx),
      ...relatives(ctx),
      ...together(ctx),
      ...(ctx.rng.chance(HABITS.stranger.failures) ? failures(ctx) : []),
    ],
  };
}
