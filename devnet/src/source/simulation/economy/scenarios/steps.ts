import { encodeBytes, type Hex } from '../../../../codec/scale';
import type { EconomyContext } from '../../economy';
import type { Call } from '../../framework/dispatch';
import type { EventRecord } from '../../framework/events';
import type { Signer } from '../../framework/keys';
import type { FileInfo } from '../../pallets/market/storage';
import { cidOf, textHex } from '../cids';
import type { Script } from './scenario';
import type { ActingMachine, Stage } from './stage';

/** no scenario waits longer for one thing */
const PATIENCE_BLOCKS = 30_000;
export const MIB = 1_048_576n;

/** Lets blocks pass until `done` holds. */
export function* until(
  ctx: EconomyContext,
  what: string,
  done: (ctx: EconomyContext) => boolean,
): Script<EconomyContext> {
  let now = ctx;
  for (let i = 0; i < PATIENCE_BLOCKS; i++) {
    if (done(now)) return now;
    now = yield [];
  }
  throw new Error(`waited in vain, from block ${ctx.block} on: ${what}`);
}
export const blocks = (ctx: EconomyContext, count: number): Script<EconomyContext> =>
  until(ctx, `${count} blocks`, (now) => now.block >= ctx.block + count);
/** to the coming block with this offset in its slot */
export const atOffset = (ctx: EconomyContext, offset: number): Script<EconomyContext> =>
  until(
    ctx,
    `offset ${offset}`,
    (now) => now.block > ctx.block && now.block % now.runtime.profile.slotBlocks === offset,
  );
/** to the block after so many more judgements of work reports have ended */
export function* sweeps(ctx: EconomyContext, count: number): Script<EconomyContext> {
  let now = ctx;
  for (let i = 0; i < count; i++) {
    const before = now.pallets.swork.storage.currentReportSlot.get();
    const isOver = (c: EconomyContext) => c.pallets.swork.storage.currentReportSlot.get() > before;
    now = yield* until(now, 'a sweep', isOver);
  }
  return now;
}
/** to the block after the active era has become `era` */
export const eraStarts = (ctx: EconomyContext, era: number): Script<EconomyContext> =>
  until(ctx, `era ${era}`, (now) => activeEra(now) >= era);

export const activeEra = (ctx: EconomyContext): number => ctx.pallets.staking.storage.activeEra.get()?.index ?? 0;
/** events of the last block by name, e.g. `Market.FileClosed` */
export const happened = (ctx: EconomyContext, name: string): EventRecord[] =>
  ctx.previousEvents.filter((e) => `${e.pallet}.${e.name}` === name);
/** what the last block's failed extrinsics failed with, as [module, error] */
export const failures = (ctx: EconomyContext): string[] =>
  happened(ctx, 'System.ExtrinsicFailed').map((e) => JSON.stringify(e.args[0]));

/** version, signer, signature, era, nonce and tip of an extrinsic whose nonce is small, and the length before them */
const ENVELOPE_BYTES = 1 + 32 + 65 + 1 + 1 + 1 + 2;
/** the fee that somebody's first few calls cost */
export const feeOf = (ctx: EconomyContext, call: Call): bigint => {
  const length = ENVELOPE_BYTES + encodeBytes(ctx.runtime.callCodec, call).length;
  return ctx.pallets.transactionPayment.announcedFee(call, length);
};

export const newCid = (stage: Stage, name: string): Hex => textHex(cidOf(`${stage.cast.seed}/scenario ${name}`, 1));
export const fileOf = (ctx: EconomyContext, cid: Hex): FileInfo | undefined =>
  ctx.pallets.market.storage.files.get(cid);

export const orderOf = (ctx: EconomyContext, cid: Hex, sizeBytes = 3n * MIB, tips = 0n, memo: Hex = '0x') =>
  ctx.pallets.market.calls.placeStorageOrder({ cid, reportedFileSize: sizeBytes, tips, memo });

/** Orders a file and has the machines store it; ends when its first replica is on the chain. */
export function* stored(
  ctx: EconomyContext,
  client: Signer,
  cid: Hex,
  machines: readonly ActingMachine[],
  sizeBytes = 3n * MIB,
): Script<EconomyContext> {
  let now = yield [ctx.sign(client, orderOf(ctx, cid, sizeBytes))];
  for (const machine of machines) {
    const added = [...(machine.plan.added ?? []), [cid, sizeBytes, BigInt(now.block)] as const];
    machine.plan = { ...machine.plan, added };
  }
  now = yield* until(now, 'the first replica', (c) => (fileOf(c, cid)?.replicas.size ?? 0) > 0);
  return now;
}

/** A group of `owner` with these machines in it. */
export function* group(ctx: EconomyContext, owner: Signer, machines: readonly ActingMachine[]): Script<EconomyContext> {
  const { calls, storage } = ctx.pallets.swork;
  let now = ctx;
  if (!storage.groups.has(owner.account)) now = yield [now.sign(owner, calls.createGroup({}))];
  const known = (m: ActingMachine) => storage.identities.has(m.worker.account);
  now = yield* until(now, 'the members’ first reports', () => machines.every(known));
  now = yield machines.map((m) => now.sign(owner, calls.addMember({ target: m.worker.account })));
  now = yield machines.map((m) => now.sign(m.worker.signer, calls.joinGroup({ target: owner.account })));
  return now;
}
