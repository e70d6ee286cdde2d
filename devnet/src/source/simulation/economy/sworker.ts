import { createHash } from 'node:crypto';
import type { Hex } from '../../../codec/scale';
import type { BlockEvents, EconomyContext } from '../economy';
import type { Call } from '../framework/dispatch';
import type { EventRecord } from '../framework/events';
import type { SignedExtrinsic } from '../framework/extrinsic';
import type { Signer } from '../framework/keys';
import type { ReportedFile, ReportToSign } from '../pallets/swork/enclave';
import { type Enclave, enclave } from './enclave';

/** A report that was sent and is not yet known to be accepted. */
interface Sent {
  readonly slot: bigint;
  readonly added: readonly ReportedFile[];
  readonly deleted: readonly ReportedFile[];
  readonly root: Hex;
  readonly inBatch: boolean;
}
/** What the spower service must apply: one accepted report with files. */
export interface Accepted extends Sent {
  readonly block: number;
  readonly reporter: Hex;
  readonly owner: Hex;
  readonly anchor: Hex;
}
export type Fault = 'signature' | 'transition' | 'time' | 'limit' | 'upgrade';
export interface ReportPlan {
  readonly added?: readonly ReportedFile[];
  readonly deleted?: readonly ReportedFile[];
  /** what is wrong with this report; the chain will refuse it */
  readonly fault?: Fault | undefined;
  /** sends the same report once more in the same block */
  readonly twice?: boolean;
  /** sends it inside a batch, which the chain takes and the spower service does not see */
  readonly inBatch?: boolean;
}

export const EMPTY_ROOT: Hex = `0x${'00'.repeat(32)}`;
const sha256 = (text: string): Hex => `0x${createHash('sha256').update(text).digest('hex')}`;
export const rootOf = (files: ReadonlyMap<Hex, bigint>): Hex =>
  files.size === 0 ? EMPTY_ROOT : sha256([...files.keys()].sort().join());

export type Sworker = ReturnType<typeof sworker>;

/** what a report's call carries */
export type ReportArgs = ReportToSign & { readonly sig: Hex };

/** An sWorker: its enclave, what it stores, and the reports it signs. It knows of its own reports only what the chain accepted. */
export function sworker(signer: Signer, name: string, srdBytes: bigint, code: Hex) {
  const account = signer.account;
  const enclaves = new Map<Hex, Enclave>();
  const start = (version: string, itsCode: Hex): Enclave => {
    const made = enclave(`${name}/${version}`, itsCode);
    enclaves.set(made.pk, made);
    return made;
  };
  let current = start('0', code);
  let next: { enclave: Enclave; abUpgrade: boolean } | undefined;
  let files = new Map<Hex, bigint>();
  let root = EMPTY_ROOT;
  let sent: Sent | undefined;
  let foundingBytes = 0n;

  function register(ctx: EconomyContext, fresh: Enclave = current): SignedExtrinsic {
    const call = ctx.pallets.swork.calls.registerWithDeauthChain({
      applier: account,
      code: fresh.code,
      pubkeys: [],
      signatures: [],
      teePubkey: fresh.pk,
      teeSignature: fresh.signRegistration(account),
    });
    return ctx.sign(signer, call);
  }

  function forget(): void {
    foundingBytes = 0n;
    files = new Map();
    root = EMPTY_ROOT;
  }

  function report(ctx: EconomyContext, plan: ReportPlan = {}): SignedExtrinsic[] {
    const call = reportCall(ctx, plan);
    const calls = Array.from({ length: plan.twice && plan.fault === undefined ? 2 : 1 }, () => call);
    if (plan.inBatch) return [ctx.sign(signer, ctx.pallets.utility.calls.batch({ calls }))];
    return calls.map((one) => ctx.sign(signer, one));
  }

  function reportCall(ctx: EconomyContext, plan: ReportPlan): Call {
    const { swork } = ctx.pallets;
    const { slotBlocks } = ctx.runtime.profile;
    const slotBlock = ctx.block - (ctx.block % slotBlocks);
    const speaking = next && swork.storage.pubKeys.has(next.enclave.pk) ? next : undefined;
    const by = speaking?.enclave ?? current;
    if (speaking && !speaking.abUpgrade) forget();
    const upgrading = speaking?.abUpgrade === true;
    const added = upgrading ? [] : (plan.added ?? []);
    const deleted = upgrading ? [] : (plan.deleted ?? []);
    const changed = added.length + deleted.length > 0;
    const after = new Map(files);
    for (const [cid, size] of added) after.set(cid, size);
    for (const [cid] of deleted) after.delete(cid);
    const newRoot = changed ? rootOf(after) : root;
    // with files in the report another root alone is no fault
    const fault = plan.fault === 'transition' && changed ? undefined : plan.fault;
    const content = {
      currPk: by.pk,
      abUpgradePk: upgrading ? current.pk : ('0x' as Hex),
      slot: BigInt(fault === 'time' ? Math.max(0, slotBlock - slotBlocks) : slotBlock),
      slotHash: ctx.hashOf(slotBlock),
      reportedSrdSize: fault === 'limit' ? 1n << 51n : srdBytes,
      reportedFilesSize: [...after.values()].reduce((sum, size) => sum + size, foundingBytes),
      addedFiles: added,
      deletedFiles: deleted,
      // an enclave that takes over must repeat it
      reportedSrdRoot: fault === 'upgrade' ? ctx.hashOf(slotBlock) : sha256(`${name} srd`),
      reportedFilesRoot: fault === 'transition' ? ctx.hashOf(slotBlock) : newRoot,
    };
    const good = by.signReport(content);
    const bad: Hex = `0x${good.slice(2, -2)}${good.endsWith('00') ? '01' : '00'}`;
    if (fault === undefined)
      sent = { slot: content.slot, added, deleted, root: newRoot, inBatch: plan.inBatch === true };
    return swork.calls.reportWorks({ ...content, sig: fault === 'signature' ? bad : good });
  }

  return {
    account,
    signer,
    srdBytes,
    pk: () => current.pk,
    code: () => current.code,
    files: (): ReadonlyMap<Hex, bigint> => files,
    register,
    report,
    /** The call alone, for who sends it inside another one. */
    reportCall,
    /** Registers a new enclave that takes over with the next report: everything goes on (A/B), or begins anew. */
    renew(ctx: EconomyContext, version: string, newCode: Hex, abUpgrade: boolean): SignedExtrinsic {
      next = { enclave: start(version, newCode), abUpgrade };
      return register(ctx, next.enclave);
    },
    /** Its report for another branch, where the slot's first block has another hash; one meant to be refused stays as it is. */
    remade(report: ReportArgs, hashOf: (block: number) => Hex): ReportArgs | undefined {
      const by = enclaves.get(report.currPk);
      const slotHash = hashOf(Number(report.slot));
      if (by === undefined || slotHash === report.slotHash || report.sig !== by.signReport(report)) return undefined;
      const renewed = { ...report, slotHash };
      return { ...renewed, sig: by.signReport(renewed) };
    },
    /** It has stored so many bytes since before block 0, in files it does not tell apart. */
    startedWith(bytes: bigint): { srd: Hex; files: Hex } {
      foundingBytes = bytes;
      root = bytes === 0n ? EMPTY_ROOT : sha256(`${name} founding files`);
      return { srd: sha256(`${name} srd`), files: root };
    },
    /** Learns from its events of the last block what became of its report; what the service must apply then. */
    learn(mine: readonly EventRecord[], block: number): Accepted | undefined {
      // the chain has forgotten its files; it begins again with none
      if (mine.some((e) => e.name === 'QuitGroupSuccess')) forget();
      const accepted = mine.find((e) => e.name === 'WorksReportSuccess');
      if (accepted === undefined || sent === undefined) return undefined;
      if (next !== undefined && next.enclave.pk === accepted.args[1]) {
        current = next.enclave;
        next = undefined;
      }
      for (const [cid, size] of sent.added) files.set(cid, size);
      for (const [cid] of sent.deleted) files.delete(cid);
      root = sent.root;
      const known = sent;
      sent = undefined;
      const queued = mine.find((e) => e.name === 'QueueWorkReportSuccess');
      if (queued === undefined || known.inBatch) return undefined;
      const [anchor, reporter, owner] = queued.args as [Hex, Hex, Hex];
      return { ...known, block, anchor, reporter, owner };
    },
  };
}

/** A block's Swork events by the account that reports, for `learn`. */
export interface HeardBlock {
  readonly block: number;
  readonly byReporter: ReadonlyMap<Hex, EventRecord[]>;
}

export function heardOf({ block, events }: BlockEvents): HeardBlock {
  const byReporter = new Map<Hex, EventRecord[]>();
  for (const event of events) {
    if (event.pallet !== 'Swork') continue;
    const who = event.args[event.name === 'QueueWorkReportSuccess' ? 1 : 0] as Hex;
    const list = byReporter.get(who);
    if (list) list.push(event);
    else byReporter.set(who, [event]);
  }
  return { block, byReporter };
}
