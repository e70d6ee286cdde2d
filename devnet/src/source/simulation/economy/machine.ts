import { createHash } from 'node:crypto';
import type { Hex } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import type { SignedExtrinsic } from '../framework/extrinsic';
import { rngOf } from '../framework/rng';
import type { ReportedFile } from '../pallets/swork/enclave';
import type { Cast, Machine } from './cast';
import { type Enclave, enclave } from './enclave';
import { DOOMED, wantedFiles } from './files';

/** A report that was sent and is not yet known to be accepted. */
interface Sent {
  readonly slot: bigint;
  readonly added: readonly ReportedFile[];
  readonly deleted: readonly ReportedFile[];
  readonly filesSize: bigint;
  readonly root: Hex;
}
/** What the spower service must apply: one accepted report with files. */
export interface Accepted extends Sent {
  readonly block: number;
  readonly reporter: Hex;
  readonly owner: Hex;
  readonly anchor: Hex;
}

const EMPTY_ROOT: Hex = `0x${'00'.repeat(32)}`;
const rootOf = (files: ReadonlyMap<Hex, bigint>): Hex =>
  files.size === 0
    ? EMPTY_ROOT
    : `0x${createHash('sha256')
        .update([...files.keys()].sort().join())
        .digest('hex')}`;

/** How a machine's life goes, in slots. */
interface Fate {
  /** registers its key in this slot */
  readonly born: number;
  /** no reports in these slots */
  outage(slot: number): boolean;
  /** moves to the current code by A/B upgrade; never, if undefined */
  readonly upgrade: number | undefined;
  /** starts again with a fresh enclave */
  readonly rebirth: number | undefined;
}

function fateOf(cast: Cast, index: number): Fate {
  const rng = rngOf(`${cast.seed}/fate ${index}`);
  const born = index < 14 ? 0 : 1 + (index % 5);
  const weak = rng.between(1, 4);
  const dies = DOOMED.get(index) ?? Number.POSITIVE_INFINITY;
  const [from, to] = index % 4 === 3 ? [20 + 3 * index, 22 + 3 * index] : [0, 0];
  const outage = (slot: number) =>
    slot >= dies || (slot >= from && slot < to) || rngOf(`${cast.seed}/${index}/${slot}`).chance(weak / 2);
  return { born, outage, upgrade: index === 2 ? undefined : 24 + 2 * index, rebirth: index === 6 ? 45 : undefined };
}

/** A machine and its enclaves: registers, reports once a slot, takes up files, upgrades, sometimes fails. */
export function livingMachine(cast: Cast, index: number) {
  const machine = cast.machines[index] as Machine;
  const fate = fateOf(cast, index);
  const account = machine.account.account;
  let current: Enclave = enclave(`${cast.seed}/${machine.name}/0`, cast.codes.old);
  let next: { enclave: Enclave; abUpgrade: boolean } | undefined;
  let files = new Map<Hex, bigint>();
  let root = EMPTY_ROOT;
  let sent: Sent | undefined;

  function register(ctx: EconomyContext, fresh: Enclave): SignedExtrinsic {
    const call = ctx.pallets.swork.calls.registerWithDeauthChain({
      applier: account,
      code: fresh.code,
      pubkeys: [],
      signatures: [],
      teePubkey: fresh.pk,
      teeSignature: fresh.signRegistration(account),
    });
    return ctx.sign(machine.account, call);
  }

  function prepare(ctx: EconomyContext, fresh: Enclave, abUpgrade: boolean): SignedExtrinsic {
    next = { enclave: fresh, abUpgrade };
    return register(ctx, fresh);
  }

  function report(ctx: EconomyContext, slotBlock: number): SignedExtrinsic[] {
    const { swork } = ctx.pallets;
    if (!swork.storage.pubKeys.has(current.pk) && next === undefined) return [];
    const speaking = next && swork.storage.pubKeys.has(next.enclave.pk) ? next : undefined;
    const by = speaking?.enclave ?? current;
    if (speaking && !speaking.abUpgrade) {
      files = new Map();
      root = EMPTY_ROOT;
    }
    const still = speaking?.abUpgrade === true;
    const added = still ? [] : wantedFiles(ctx, machine, files, index);
    const deleted = still ? [] : unwanted(ctx);
    const after = new Map(files);
    for (const [cid, size] of added) after.set(cid, size);
    for (const [cid] of deleted) after.delete(cid);
    const filesSize = [...after.values()].reduce((sum, size) => sum + size, 0n);
    const newRoot = added.length + deleted.length > 0 ? rootOf(after) : root;
    const slotHash = ctx.hashOf(slotBlock);
    const content = {
      currPk: by.pk,
      abUpgradePk: still ? current.pk : ('0x' as Hex),
      slot: BigInt(slotBlock),
      slotHash,
      reportedSrdSize: machine.srdBytes,
      reportedFilesSize: filesSize,
      addedFiles: added,
      deletedFiles: deleted,
      reportedSrdRoot: `0x${createHash('sha256').update(`${machine.name} srd`).digest('hex')}` as Hex,
      reportedFilesRoot: newRoot,
    };
    const fault = ctx.rng.chance(1) ? ctx.rng.pick(['signature', 'transition', 'time'] as const) : undefined;
    // with files in the report another root alone is no fault
    const spoiled = fault === 'transition' && added.length + deleted.length > 0 ? undefined : fault;
    if (spoiled === 'transition') content.reportedFilesRoot = slotHash;
    if (spoiled === 'time') content.slot = BigInt(Math.max(0, slotBlock - ctx.runtime.profile.slotBlocks));
    const sig = by.signReport(content);
    if (spoiled === undefined) sent = { slot: content.slot, added, deleted, filesSize, root: newRoot };
    const bad: Hex = `0x${sig.slice(2, -2)}${sig.endsWith('00') ? '01' : '00'}`;
    const call = swork.calls.reportWorks({ ...content, sig: spoiled === 'signature' ? bad : sig });
    const once = ctx.sign(machine.account, call);
    return spoiled === undefined && ctx.rng.chance(1) ? [once, ctx.sign(machine.account, call)] : [once];
  }

  /** Files the chain has closed, and now and then one it still has. */
  function unwanted(ctx: EconomyContext): ReportedFile[] {
    const { files: onChain } = ctx.pallets.market.storage;
    const gone = [...files].filter(([cid]) => !onChain.has(cid)).slice(0, 5);
    const dropped = files.size > 3 && ctx.rng.chance(6) ? [[...files][ctx.rng.below(files.size)] as [Hex, bigint]] : [];
    const list = new Map([...gone, ...dropped]);
    return [...list].map(([cid, size]) => [cid, size, BigInt(ctx.block - 1)] as const);
  }

  return {
    machine,
    account,
    /** learns from the last block whether its report was accepted; what the service must apply then */
    learn(ctx: EconomyContext): Accepted | undefined {
      const mine = ctx.previousEvents.filter(
        (e) => e.pallet === 'Swork' && e.args[e.name === 'QueueWorkReportSuccess' ? 1 : 0] === account,
      );
      if (mine.some((e) => e.name === 'QuitGroupSuccess')) {
        // the chain has forgotten its files; it begins again with none
        files = new Map();
        root = EMPTY_ROOT;
      }
      const accepted = mine.find((e) => e.name === 'WorksReportSuccess');
      if (accepted === undefined || sent === undefined) return undefined;
      if (next !== undefined && next.enclave.pk === accepted.args[1]) {
        current = next.enclave;
        next = undefined;
      }
      for (const [cid, size] of sent.added) files.set(cid, size);
      for (const [cid] of sent.deleted) files.delete(cid);
      root = sent.root;
      const queued = mine.find((e) => e.name === 'QueueWorkReportSuccess');
      const known = sent;
      sent = undefined;
      if (queued === undefined) return undefined;
      const [anchor, reporter, owner] = queued.args as [Hex, Hex, Hex];
      return { ...known, block: ctx.block - 1, anchor, reporter, owner };
    },
    act(ctx: EconomyContext): SignedExtrinsic[] {
      const { slotBlocks } = ctx.runtime.profile;
      const slot = Math.floor(ctx.block / slotBlocks);
      const offset = ctx.block % slotBlocks;
      if (slot < fate.born) return [];
      if (offset === 1 + (index % 3)) {
        if (slot === fate.born) return [register(ctx, current)];
        if (slot === fate.upgrade) {
          return [prepare(ctx, enclave(`${cast.seed}/${machine.name}/ab`, cast.codes.current), true)];
        }
        if (slot === fate.rebirth) {
          return [prepare(ctx, enclave(`${cast.seed}/${machine.name}/fresh`, cast.codes.old), false)];
        }
      }
      // a word after the registration of the same slot
      if (offset !== machine.offset + 3 || fate.outage(slot)) return [];
      return report(ctx, slot * slotBlocks);
    },
  };
}
