import {
  blake2b256,
  bytesToHex,
  hexToBytes,
  settleCall,
  settlementFee,
  settleWeight,
  transactionFeeParts,
} from '@moho/protocol';
import { extrinsics } from '../block/sql';
import { builder } from '../builder';
import { loadOne } from '../database/load';
import type { View } from '../database/view';
import { timeOfBlock } from '../file/load';
import { FigureReceiptRef } from '../receipt/type';
import { ExtrinsicRef, FileRef, SettlementRef } from '../schema/refs';
import { deskFigures, settlementFigures } from './figures';
import { type Basis, toldOf } from './load';
import type { DeskTotals, SettlementRow } from './sql';

export const SettlementOutcomeEnum = builder.enumType('SettlementOutcome', {
  description: 'What market.calculate_reward does to an expired file.',
  values: {
    RENEWED: { description: 'prepaid money pays for another period' },
    CLOSED: { description: 'the file leaves the chain; prepaid money that is left goes to the reserved pot' },
  } as const,
});

interface CallBytes {
  callData: string;
  specVersion: number;
  palletIndex: number;
  callIndex: number;
}

const SettleCallRef = builder.objectRef<CallBytes>('SettleCall').implement({
  description: 'The call market.calculate_reward as bytes for one runtime. Sign it in a wallet; Moho signs nothing.',
  fields: (t) => ({
    callData: t.exposeString('callData', { description: 'SCALE bytes in hex, without signature' }),
    callHash: t.string({
      description: 'blake2-256 of the call data, which wallets and multisig show to compare',
      resolve: ({ callData }) => bytesToHex(blake2b256(hexToBytes(callData as `0x${string}`))),
    }),
    palletIndex: t.exposeInt('palletIndex'),
    callIndex: t.exposeInt('callIndex'),
    specVersion: t.exposeInt('specVersion'),
  }),
});

export const callOf = ({ cidHex }: SettlementRow, spec: number): CallBytes => ({
  ...settleCall(spec, hexToBytes(cidHex as `0x${string}`)),
  specVersion: spec,
});

SettlementRef.implement({
  description:
    'What settling an expired file gives its caller and does to the file, told for the block after this one.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the file’s CID' }),
    file: t.field({ type: FileRef, resolve: (row) => ({ id: row.id, view: row.view }) }),
    sizeBytes: t.expose('sizeBytes', { type: 'BigInt' }),
    amount: t.expose('amount', { type: 'BigInt', description: 'what is left of the file’s orders' }),
    prepaid: t.expose('prepaid', { type: 'BigInt' }),
    expiredAt: t.exposeInt('expiredAt'),
    expiredTime: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: (row, _args, ctx) => timeOfBlock(ctx, row.view, row.expiredAt),
    }),
    overdueBlocks: t.int({ resolve: (row) => row.view.height - row.expiredAt }),
    callerGain: t.field({
      type: 'BigInt',
      description: 'transferred to the caller, the fee not taken off',
      resolve: async (row, _args, ctx) => (await toldOf(ctx, row)).callerGain,
    }),
    fee: t.field({
      type: 'BigInt',
      description: 'of a mortal transaction without a tip whose account has sent fewer than 64',
      resolve: async (row, _args, ctx) => (await toldOf(ctx, row)).fee,
    }),
    net: t.field({ type: 'BigInt', resolve: async (row, _args, ctx) => (await toldOf(ctx, row)).net }),
    outcome: t.field({
      type: SettlementOutcomeEnum,
      resolve: async (row, _args, ctx) => ((await toldOf(ctx, row)).outcome === 'RENEWED' ? 'RENEWED' : 'CLOSED'),
    }),
    renewalCost: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'taken from the prepaid money; null when it does not pay for a renewal',
      resolve: async (row, _args, ctx) => (await toldOf(ctx, row)).renewal?.cost ?? null,
    }),
    prepaidAfter: t.field({
      type: 'BigInt',
      description: 'prepaid money that is left; of a closed file it goes to the reserved pot',
      resolve: async (row, _args, ctx) => (await toldOf(ctx, row)).prepaidAfter,
    }),
    expiredAtAfter: t.int({
      nullable: true,
      description: 'the new end; 0 when the file waits for a replica again; null when it is gone',
      resolve: async (row, _args, ctx) => (await toldOf(ctx, row)).expiredAtAfter,
    }),
    call: t.field({
      type: SettleCallRef,
      resolve: async (row, _args, ctx) => callOf(row, (await toldOf(ctx, row)).spec),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 5 },
      resolve: settlementFigures,
    }),
  }),
});

/** The whole desk in a view. */
export interface DeskNode extends DeskTotals {
  view: View;
  basis: Basis;
}

/** letters of a CID of version 0, the kind most files have */
const USUAL_CID_BYTES = 46;

const SettleFeeRef = builder.objectRef<{ basis: Basis; view: View }>('SettleFee').implement({
  description: 'How the transaction fee of a settlement comes about.',
  fields: (t) => ({
    usual: t.field({
      type: 'BigInt',
      description: 'for a CID of 46 letters',
      resolve: ({ basis }) => settlementFee(USUAL_CID_BYTES, basis.spec, basis.multiplier),
    }),
    base: t.field({ type: 'BigInt', resolve: ({ basis }) => partsOf(basis).base }),
    perByte: t.field({ type: 'BigInt', resolve: ({ basis }) => partsOf(basis).perByte }),
    weight: t.field({ type: 'BigInt', resolve: ({ basis }) => partsOf(basis).weight }),
    multiplier: t.field({
      type: 'BigInt',
      description: 'the fee multiplier, with 18 decimals',
      resolve: ({ basis }) => basis.multiplier,
    }),
    readFrom: t.field({
      type: ExtrinsicRef,
      nullable: true,
      description: 'the paid order or settlement the multiplier is read from; null: none yet, so it is 1',
      resolve: async ({ basis, view }, _args, ctx) =>
        basis.paid === null ? null : loadOne(ctx, extrinsics, view, basis.paid.id),
    }),
  }),
});

const partsOf = ({ spec, multiplier }: Basis) => transactionFeeParts(spec, settleWeight(spec), multiplier);

export const SettleDeskRef = builder.objectRef<DeskNode>('SettleDesk').implement({
  description: 'All expired files at once.',
  fields: (t) => ({
    asOf: t.int({ resolve: ({ view }) => view.height }),
    expired: t.exposeInt('expired'),
    renewing: t.exposeInt('renewing', { description: 'would be renewed from prepaid money' }),
    worthSettling: t.exposeInt('worthSettling', { description: 'give their caller more than the fee' }),
    totalGain: t.expose('totalGain', { type: 'BigInt' }),
    worthNet: t.expose('worthNet', { type: 'BigInt', description: 'gain minus fee of those worth settling' }),
    fee: t.field({ type: SettleFeeRef, resolve: ({ basis, view }) => ({ basis, view }) }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 6 },
      resolve: ({ view, basis, expired }) => deskFigures(view, basis, expired),
    }),
  }),
});
