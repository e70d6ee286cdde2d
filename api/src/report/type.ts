import { FRESH_MARK, isPunished, judgedSlot } from '@moho/protocol';
import { errorText } from '../block/outcome';
import { blocks } from '../block/sql';
import { loadKeyed, loadOne } from '../database/load';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { FigureReceiptRef, ProvenanceRef, ReceiptRef } from '../receipt/type';
import { ReportStatusEnum } from '../schema/enums';
import {
  AccountRef,
  EnclaveKeyRef,
  SlotReportRef,
  SlotSummaryRef,
  SworkerCodeRef,
  SworkerRef,
  SworkIdentityRef,
} from '../schema/refs';
import { slotFigures, slotReportFigures } from './figures';
import { loadJudgement } from './judgement';
import { encodeCode, encodeEnclaveKey, encodeIdentity, encodeWorkReport } from './raw';
import { codesOfAnchors, sworkers, sworkIdentities } from './sql';

SworkerRef.implement({
  description: 'A reporting machine: the chain’s last work report of an anchor.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the anchor' }),
    anchor: t.exposeString('id'),
    reportSlot: t.expose('reportSlot', { type: 'BigInt' }),
    spower: t.expose('spower', { type: 'BigInt', description: '`used` in specs 1-2' }),
    free: t.expose('free', { type: 'BigInt', description: 'sealed random data, bytes' }),
    reportedFilesSizeBytes: t.expose('reportedFilesSizeBytes', { type: 'BigInt' }),
    srdRoot: t.exposeString('srdRoot'),
    filesRoot: t.exposeString('filesRoot'),
    identity: t.field({
      type: SworkIdentityRef,
      nullable: true,
      description: 'the identity that reports under this anchor now',
      resolve: (s, _args, ctx) => loadOne(ctx, sworkIdentities, s.view, s.id, 'anchor'),
    }),
    code: t.field({
      type: SworkerCodeRef,
      nullable: true,
      resolve: async (s, _args, ctx) => {
        const code = await loadKeyed(ctx, 'codeOfAnchor', s.view, s.id, codesOfAnchors);
        return code === null ? null : { ...code, view: s.view };
      },
    }),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (s) => storageReceipt(s.view, items.workReport(s.id), s.sinceBlock, () => encodeWorkReport(s)),
    }),
  }),
});

SworkIdentityRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the reporting account' }),
    account: t.field({ type: AccountRef, resolve: (i) => ({ id: i.id, view: i.view }) }),
    anchor: t.exposeString('anchor'),
    punishmentDeadline: t.expose('punishmentDeadline', { type: 'BigInt' }),
    owner: t.exposeString('owner', { nullable: true }),
    punished: t.boolean({
      description: 'its workload counts 0 in the judgement under way: the judged slot lies before punishmentDeadline',
      resolve: ({ punishmentDeadline, view }, _args, ctx) => {
        const deadline = Number(punishmentDeadline);
        return deadline > FRESH_MARK && isPunished(judgedSlot(view.height, ctx.profile), deadline);
      },
    }),
    sworker: t.field({
      type: SworkerRef,
      nullable: true,
      resolve: (i, _args, ctx) => loadOne(ctx, sworkers, i.view, i.anchor),
    }),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (i) => storageReceipt(i.view, items.identity(i.id), i.sinceBlock, () => encodeIdentity(i)),
    }),
  }),
});

EnclaveKeyRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the public key' }),
    code: t.exposeString('code'),
    anchor: t.exposeString('anchor', { nullable: true }),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (k) => storageReceipt(k.view, items.pubKey(k.id), k.sinceBlock, () => encodeEnclaveKey(k)),
    }),
  }),
});

SworkerCodeRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the code' }),
    code: t.exposeString('id'),
    expireBlock: t.exposeInt('expireBlock'),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (c) => storageReceipt(c.view, items.code(c.id), c.sinceBlock, () => encodeCode(c)),
    }),
  }),
});

SlotReportRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    slot: t.exposeInt('slot'),
    status: t.expose('status', { type: ReportStatusEnum }),
    account: t.exposeString('account'),
    owner: t.exposeString('owner', { nullable: true }),
    anchor: t.exposeString('anchor', { nullable: true }),
    pubKey: t.exposeString('pubKey', { nullable: true }),
    punished: t.boolean({
      nullable: true,
      description: 'null until the slot is judged',
      resolve: async (r, _args, ctx) => (await loadJudgement(ctx, r))?.punished ?? null,
    }),
    judgedTime: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'time of that block',
      resolve: async (r, _args, ctx) => {
        const judged = await loadJudgement(ctx, r);
        return judged === null
          ? null
          : ((await loadOne(ctx, blocks, r.view, String(judged.judgedAtBlock)))?.time ?? null);
      },
    }),
    judgedAtBlock: t.int({
      nullable: true,
      resolve: async (r, _args, ctx) => (await loadJudgement(ctx, r))?.judgedAtBlock ?? null,
    }),
    wrapped: t.exposeBoolean('wrapped', { description: 'the call sat inside batch, multisig or sudo_as' }),
    late: t.exposeBoolean('late', { description: 'it came in the last third of its slot' }),
    block: t.exposeInt('block', { nullable: true }),
    extrinsicIndex: t.exposeInt('extrinsicIndex', { nullable: true }),
    eventIndex: t.exposeInt('eventIndex', { nullable: true }),
    time: t.expose('time', { type: 'DateTime', nullable: true }),
    srdBytes: t.expose('srdBytes', { type: 'BigInt', nullable: true }),
    filesSizeBytes: t.expose('filesSizeBytes', { type: 'BigInt', nullable: true }),
    addedCount: t.exposeInt('addedCount', { nullable: true }),
    addedBytes: t.expose('addedBytes', { type: 'BigInt', nullable: true }),
    deletedCount: t.exposeInt('deletedCount', { nullable: true }),
    deletedBytes: t.expose('deletedBytes', { type: 'BigInt', nullable: true }),
    error: t.exposeString('error', { nullable: true }),
    errorText: t.string({
      nullable: true,
      description: 'the error in words',
      resolve: (r) => errorText(r.error),
    }),
    offset: t.int({
      nullable: true,
      description: 'blocks after the slot opened',
      resolve: (r) => (r.block === null ? null : r.block - r.slot),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 2 },
      description: 'receipts of status and punished, which the chain does not store',
      resolve: (r, _args, ctx) => slotReportFigures(ctx, r),
    }),
    provenance: t.field({
      type: ProvenanceRef,
      nullable: true,
      description: 'null for a missed slot: nothing happened',
      resolve: (r) => (r.block === null || r.time === null ? null : { ...r, block: r.block, time: r.time }),
    }),
  }),
});

SlotSummaryRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    slot: t.exposeInt('slot'),
    reporters: t.exposeInt('reporters'),
    missed: t.exposeInt('missed'),
    punished: t.exposeInt('punished'),
    exempt: t.exposeInt('exempt'),
    owners: t.exposeInt('owners'),
    totalFree: t.expose('totalFree', {
      type: 'BigInt',
      description: 'Swork.Free as the chain held it after the sweep: unpunished machines only',
    }),
    totalSpower: t.expose('totalSpower', { type: 'BigInt', description: 'Swork.Spower, likewise' }),
    totalFilesSizeBytes: t.expose('totalFilesSizeBytes', {
      type: 'BigInt',
      description: 'Swork.ReportedFilesSize, likewise',
    }),
    sweepEndBlock: t.exposeInt('sweepEndBlock'),
    time: t.expose('time', { type: 'DateTime' }),
    sweepStartBlock: t.exposeInt('sweepStartBlock'),
    unreported: t.exposeInt('unreported', { description: 'identities that have never reported: visited, not judged' }),
    judgedFree: t.expose('judgedFree', {
      type: 'BigInt',
      description: 'free of the machines that counted; with judgedSpower it is what stake limits are a share of',
    }),
    judgedSpower: t.expose('judgedSpower', { type: 'BigInt' }),
    deadlineMismatches: t.exposeInt('deadlineMismatches', {
      description: 'machines whose punishment deadline on the chain is not the one the rule gives',
    }),
    punishmentEnabled: t.exposeBoolean('punishmentEnabled'),
    activeEra: t.exposeInt('activeEra', { nullable: true }),
    eraTotalStake: t.expose('eraTotalStake', { type: 'BigInt' }),
    issuance: t.expose('issuance', { type: 'BigInt' }),
    totalStakeLimit: t.expose('totalStakeLimit', {
      type: 'BigInt',
      description: 'stake limit of the whole network, of issuance and eraTotalStake before the sweep’s last block',
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 9 },
      description: 'receipts of its figures, by the name of the field, and of the chain’s currentReportSlot',
      resolve: (s, _args, ctx) => slotFigures(ctx, s),
    }),
  }),
});
