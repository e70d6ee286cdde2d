import { chargedMib, fileValue, maximumFileSize, orderLegs, orderRules, sumOfLegs } from '@moho/protocol';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import { loadOne } from '../database/load';
import { badInput } from '../errors';
import { readTips } from '../input';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { FigureReceiptRef, ProvenanceRef, ReceiptRef } from '../receipt/type';
import { OrderKindEnum } from '../schema/enums';
import {
  AccountRef,
  FileRef,
  MerchantPaymentRef,
  MerchantRef,
  OrderRef,
  PriceRef,
  SworkBenefitRef,
} from '../schema/refs';
import { orderFigures, priceFigures } from './figures';
import { type Chunk, feesOf, readChunks } from './load';
import { discountOf, fullPrice, sizeFee } from './order-price';
import { encodeMerchant, encodeSworkBenefit } from './raw';

export const UnlockingRef = builder.objectRef<Chunk>('Unlocking').implement({
  fields: (t) => ({
    value: t.expose('value', { type: 'BigInt' }),
    era: t.exposeInt('era', { description: 'era from which the funds are free' }),
  }),
});

OrderRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    fileId: t.exposeString('fileId'),
    cidHex: t.exposeString('cidHex'),
    file: t.field({ type: FileRef, resolve: (o) => ({ id: o.fileId, view: o.view }) }),
    kind: t.expose('kind', { type: OrderKindEnum }),
    account: t.exposeString('account', { description: 'the account the event names' }),
    accountEntity: t.field({ type: AccountRef, resolve: (o) => ({ id: o.account, view: o.view }) }),
    payer: t.exposeString('payer', { description: 'who paid the three parts' }),
    payerAccount: t.field({ type: AccountRef, resolve: (o) => ({ id: o.payer, view: o.view }) }),
    signer: t.exposeString('signer', { nullable: true }),
    givenSizeBytes: t.expose('givenSizeBytes', { type: 'BigInt', nullable: true }),
    sizeBytes: t.expose('sizeBytes', { type: 'BigInt', nullable: true }),
    tips: t.expose('tips', { type: 'BigInt', nullable: true }),
    memo: t.exposeString('memo', { nullable: true }),
    reservedPart: t.expose('reservedPart', { type: 'BigInt' }),
    stakingPart: t.expose('stakingPart', { type: 'BigInt' }),
    storagePart: t.expose('storagePart', { type: 'BigInt', description: 'tips included' }),
    baseFee: t.expose('baseFee', {
      type: 'BigInt',
      nullable: true,
      description: 'base fee at the moment of the order; null when not knowable',
    }),
    byteFee: t.expose('byteFee', { type: 'BigInt', nullable: true, description: 'per started MiB, at that moment' }),
    keysFee: t.expose('keysFee', { type: 'BigInt', nullable: true, description: 'keys fee at that moment' }),
    sizeFee: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'byteFee for the size charged: as given for a new file, as stored for a known one',
      resolve: sizeFee,
    }),
    priceWithoutDiscount: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'base fee, size fee, keys fee and tips at that moment; null for renewals and where not knowable',
      resolve: fullPrice,
    }),
    discount: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'what MARKET funds saved the payer: the price without discount less the three parts (specs 1–16)',
      resolve: discountOf,
    }),
    totalFee: t.field({
      type: 'BigInt',
      description: 'sum of the three parts',
      resolve: (o) => BigInt(o.reservedPart) + BigInt(o.stakingPart) + BigInt(o.storagePart),
    }),
    wrapped: t.exposeBoolean('wrapped', { description: 'the call sat inside batch, multisig, sudo or scheduler' }),
    block: t.exposeInt('block'),
    extrinsicIndex: t.exposeInt('extrinsicIndex', { nullable: true }),
    eventIndex: t.exposeInt('eventIndex'),
    time: t.expose('time', { type: 'DateTime' }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 4 },
      description: 'receipts of the fee’s parts and their sum, which are transfers of the same extrinsic',
      resolve: orderFigures,
    }),
    provenance: t.field({ type: ProvenanceRef, resolve: (o) => o }),
  }),
});

interface Quote {
  sizeBytes: bigint;
  chargedMib: bigint;
  baseFee: bigint;
  sizeFee: bigint;
  keysFee: bigint;
  byteAndKeysFee: bigint;
  tips: bigint;
  total: bigint;
  reservedPart: bigint;
  stakingPart: bigint;
  storagePart: bigint;
}

const OrderQuoteRef = builder.objectRef<Quote>('OrderQuote').implement({
  description: 'What an order of this size costs at these prices, without any discount, and who gets it.',
  fields: (t) => ({
    sizeBytes: t.expose('sizeBytes', { type: 'BigInt' }),
    chargedMib: t.expose('chargedMib', { type: 'BigInt', description: 'started MiB, which the size fee counts' }),
    baseFee: t.expose('baseFee', { type: 'BigInt' }),
    sizeFee: t.expose('sizeFee', { type: 'BigInt', description: 'byteFee for each started MiB' }),
    keysFee: t.expose('keysFee', { type: 'BigInt' }),
    byteAndKeysFee: t.expose('byteAndKeysFee', { type: 'BigInt', description: 'sizeFee and keysFee' }),
    tips: t.expose('tips', { type: 'BigInt' }),
    total: t.expose('total', { type: 'BigInt', description: 'the three fees and the tips' }),
    reservedPart: t.expose('reservedPart', { type: 'BigInt' }),
    stakingPart: t.expose('stakingPart', { type: 'BigInt' }),
    storagePart: t.expose('storagePart', { type: 'BigInt', description: 'tips included' }),
  }),
});

PriceRef.implement({
  description: 'The three fees from a block on, until the next row.',
  fields: (t) => ({
    id: t.exposeID('id'),
    block: t.exposeInt('block'),
    time: t.expose('time', { type: 'DateTime' }),
    baseFee: t.expose('baseFee', { type: 'BigInt' }),
    byteFee: t.expose('byteFee', { type: 'BigInt', description: 'per started MiB' }),
    keysFee: t.expose('keysFee', { type: 'BigInt' }),
    fileKeysCount: t.exposeInt('fileKeysCount', { nullable: true }),
    ordersCount: t.exposeInt('ordersCount', { nullable: true }),
    addedFilesCount: t.exposeInt('addedFilesCount', { nullable: true }),
    quote: t.field({
      type: OrderQuoteRef,
      args: {
        sizeBytes: t.arg({ type: 'BigInt', required: true }),
        tips: t.arg({ type: 'BigInt', description: 'pico-CRU on top of the price; 0 when left out' }),
      },
      resolve: async (price, args, ctx) => {
        const spec = (await loadOne(ctx, blocks, price.view, String(price.block)))?.specVersion ?? 25;
        const sizeBytes = BigInt(args.sizeBytes);
        const most = maximumFileSize(spec);
        if (sizeBytes < 0n || sizeBytes >= most) {
          throw badInput(`The size of an order is from 0 to ${most - 1n} bytes, not ${sizeBytes}.`);
        }
        const tips = readTips('tips', args.tips);
        const fees = feesOf(price);
        const legs = orderLegs({ sizeBytes, fees, tips, fundsPerbill: 0n, rules: orderRules(spec) });
        return {
          sizeBytes,
          chargedMib: chargedMib(sizeBytes),
          baseFee: fees.base,
          sizeFee: fees.byte * chargedMib(sizeBytes),
          keysFee: fees.keys,
          tips,
          byteAndKeysFee: fileValue(sizeBytes, fees),
          total: sumOfLegs(legs),
          reservedPart: legs.reserved,
          stakingPart: legs.staking,
          storagePart: legs.storage,
        };
      },
    }),
    receipts: t.field({
      type: [ReceiptRef],
      complexity: { field: 1, multiplier: 3 },
      description: 'receipts of baseFee, byteFee, keysFee in this order',
      resolve: async (price, _args, ctx) => (await priceFigures(ctx, price)).slice(0, 3).map(({ receipt }) => receipt),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 6 },
      description: 'receipts of the three fees and the counters, by the name of the field',
      resolve: (price, _args, ctx) => priceFigures(ctx, price),
    }),
  }),
});

MerchantRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the account' }),
    account: t.field({ type: AccountRef, resolve: (m) => ({ id: m.id, view: m.view }) }),
    totalFunds: t.expose('totalFunds', { type: 'BigInt' }),
    activeFunds: t.expose('activeFunds', { type: 'BigInt', description: 'collateral' }),
    usedFeeReductionQuota: t.expose('usedFeeReductionQuota', { type: 'BigInt' }),
    fileReward: t.expose('fileReward', { type: 'BigInt', description: 'earned and not cashed yet' }),
    refreshedAt: t.exposeInt('refreshedAt'),
    unlockingFunds: t.field({ type: [UnlockingRef], resolve: (m) => readChunks(m.unlockingFunds) }),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (m) => storageReceipt(m.view, items.merchant(m.id), m.sinceBlock, () => encodeMerchant(m)),
    }),
  }),
});

SworkBenefitRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the account' }),
    account: t.field({ type: AccountRef, resolve: (m) => ({ id: m.id, view: m.view }) }),
    totalFunds: t.expose('totalFunds', { type: 'BigInt' }),
    activeFunds: t.expose('activeFunds', { type: 'BigInt' }),
    totalFeeReductionCount: t.exposeInt('totalFeeReductionCount'),
    usedFeeReductionCount: t.exposeInt('usedFeeReductionCount'),
    refreshedAt: t.exposeInt('refreshedAt'),
    unlockingFunds: t.field({ type: [UnlockingRef], resolve: (m) => readChunks(m.unlockingFunds) }),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (m) => storageReceipt(m.view, items.sworkBenefit(m.id), m.sinceBlock, () => encodeSworkBenefit(m)),
    }),
  }),
});

MerchantPaymentRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    account: t.exposeString('account'),
    amount: t.expose('amount', { type: 'BigInt' }),
    block: t.exposeInt('block'),
    extrinsicIndex: t.exposeInt('extrinsicIndex', { nullable: true }),
    eventIndex: t.exposeInt('eventIndex'),
    time: t.expose('time', { type: 'DateTime' }),
    provenance: t.field({ type: ProvenanceRef, resolve: (p) => p }),
  }),
});
