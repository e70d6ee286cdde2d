import type { Hex } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import type { Call } from '../framework/dispatch';
import type { SignedExtrinsic } from '../framework/extrinsic';
import type { Signer } from '../framework/keys';
import { orderFee } from '../pallets/market/fees';
import { derivativeAccount } from '../pallets/utility';
import { type Cast, CRU } from './cast';
import { cidOf, textHex } from './cids';
import { HABITS } from './people';
import type { FileShelf } from './shelf';

const MEMOS = [
  '',
  '',
  '',
  'folder:photos/2021',
  '<b onclick="alert(1)">memo</b>',
  '备份 📦',
  'a'.repeat(600),
  '"; DROP TABLE files; --',
];
const GIB = 1_073_741_824;

/** People who order storage, pay ahead, and settle what has expired. */
export function storageClients(cast: Cast, shelf: FileShelf) {
  let ordered = 0;

  function newOrder(ctx: EconomyContext, sizeBytes: bigint): Call {
    ordered += 1;
    const cid = cidOf(`${cast.seed}/file ${ordered}`, ordered % 3 === 0 ? 0 : 1);
    // a few things on chain are no CIDs at all
    const odd =
      ordered % 97 === 50
        ? textHex(`<img src=x onerror=alert(${ordered})>`)
        : ordered % 97 === 80
          ? '0x00ff10e28885'
          : undefined;
    const name = (odd as Hex | undefined) ?? textHex(cid);
    shelf.add(name);
    return ctx.pallets.market.calls.placeStorageOrder({
      cid: name,
      reportedFileSize: sizeBytes,
      tips: ctx.rng.chance(6) ? BigInt(ctx.rng.between(1, 5000)) * 1_000_000n : 0n,
      memo: textHex(ctx.rng.pick(MEMOS)),
    });
  }
  /** from a kilobyte to two gigabytes, small ones as likely as large ones */
  const anySize = (ctx: EconomyContext) =>
    BigInt(Math.max(1, Math.floor(1024 * 2 ** (ctx.rng.between(0, 2100) / 100))));

  function again(ctx: EconomyContext, who: Signer): SignedExtrinsic[] {
    const picked = shelf.any(ctx, ctx.rng);
    if (picked === undefined) return [];
    const [cid, file] = picked;
    const call = ctx.pallets.market.calls.placeStorageOrder({
      cid,
      reportedFileSize: file.fileSize,
      tips: 0n,
      memo: '0x',
    });
    return [ctx.sign(who, call)];
  }
  function prepay(ctx: EconomyContext, who: Signer): SignedExtrinsic[] {
    const picked = shelf.any(ctx, ctx.rng);
    if (picked === undefined) return [];
    const [cid, file] = picked;
    const { base, value } = orderFee(ctx.pallets.market.storage, file.fileSize);
    const amount = ((base + value) * BigInt(ctx.rng.between(5, 25))) / 10n;
    return [ctx.sign(who, ctx.pallets.market.calls.addPrepaid({ cid, amount }))];
  }
  function several(ctx: EconomyContext, who: Signer): SignedExtrinsic[] {
    const { utility } = ctx.pallets;
    const calls = [newOrder(ctx, anySize(ctx)), newOrder(ctx, anySize(ctx))];
    // 9 GiB is too much: batch stops there, batch_all takes everything back
    if (ctx.rng.chance(30)) calls.splice(1, 0, newOrder(ctx, BigInt(9 * GIB)));
    const wrap = ctx.rng.chance(50) ? utility.calls.batch : utility.calls.batchAll;
    return [ctx.sign(who, wrap({ calls }))];
  }
  /** an order paid by an account that only exists as somebody's derivative */
  function bySubAccount(ctx: EconomyContext, who: Signer): SignedExtrinsic[] {
    const sub = derivativeAccount(who.account, 7);
    if (ctx.pallets.balances.free(sub) < CRU) {
      return [ctx.sign(who, ctx.pallets.balances.calls.transfer({ dest: sub, value: 5n * CRU }))];
    }
    return [ctx.sign(who, ctx.pallets.utility.calls.asDerivative({ index: 7, call: newOrder(ctx, anySize(ctx)) }))];
  }

  return {
    act(ctx: EconomyContext): SignedExtrinsic[] {
      const who = ctx.rng.pick(cast.clients);
      const roll = ctx.rng.below(1000) / 10;
      const { order, again: more, prepay: ahead, severalAtOnce, bySubAccount: sub, tooLarge } = HABITS.client;
      let limit = order;
      if (roll < limit) return [ctx.sign(who, newOrder(ctx, anySize(ctx)))];
      limit += more;
      if (roll < limit) return again(ctx, who);
      limit += ahead;
      if (roll < limit) return prepay(ctx, who);
      limit += severalAtOnce;
      if (roll < limit) return several(ctx, who);
      limit += sub;
      if (roll < limit) return bySubAccount(ctx, who);
      return roll < limit + tooLarge ? [ctx.sign(who, newOrder(ctx, BigInt(9 * GIB)))] : [];
    },
    newOrder: (ctx: EconomyContext) => newOrder(ctx, anySize(ctx)),
    /** Settles one expired file, not every time: some stand expired for a while. Sometimes a living or a pending one. */
    settle(ctx: EconomyContext): { sent: SignedExtrinsic[]; closing: { anchor: Hex; sizeBytes: bigint }[] } {
      const nothing = { sent: [], closing: [] };
      if (ctx.block % HABITS.settler.everyBlocks !== 0) return nothing;
      const call = (cid: Hex) => ctx.sign(cast.liquidator, ctx.pallets.market.calls.calculateReward({ cid }));
      const waited = ctx.block - HABITS.settler.expiredForAtLeastBlocks;
      const files = shelf.inTurn(ctx);
      const expired = files.find(([, f]) => f.expiredAt !== 0 && f.expiredAt < waited);
      if (expired) {
        const [cid, file] = expired;
        const { base, value } = orderFee(ctx.pallets.market.storage, file.fileSize);
        const closes = file.prepaid < base + value;
        const closing = closes
          ? [...file.replicas.values()].map((r) => ({ anchor: r.anchor, sizeBytes: file.fileSize }))
          : [];
        return { sent: [call(cid)], closing };
      }
      const idle = files.length > 0 && ctx.rng.chance(HABITS.settler.livingFiles);
      return idle ? { sent: [call(ctx.rng.pick(files)[0])], closing: [] } : nothing;
    },
  };
}
