import { maximumFileSize, orderCall } from '@moho/protocol';
import { blocks } from '../../block/sql';
import { builder } from '../../builder';
import { MAX_NAME_CHARS, readCid } from '../../cid/read';
import { loadOne } from '../../database/load';
import { viewAt } from '../../database/view';
import { badInput, problem } from '../../errors';
import { notACid, readText, readTips } from '../../input';
import { OrderCallRef } from './type';

builder.queryField('orderCall', (t) =>
  t.field({
    type: OrderCallRef,
    description: 'call data of market.place_storage_order for the runtime of the block',
    args: {
      cid: t.arg.string({ required: true }),
      sizeBytes: t.arg({ type: 'BigInt', required: true }),
      tips: t.arg({ type: 'BigInt', description: 'pico-CRU on top of the price; 0 when left out' }),
      memo: t.arg.string({ description: 'free text, empty when left out' }),
      at: t.arg.int(),
    },
    resolve: async (_root, args, ctx) => {
      // an order is for the CID alone, also when an address around it was pasted
      const cid = readCid(readText('cid', args.cid, MAX_NAME_CHARS))?.cid;
      if (cid === undefined) throw notACid(args.cid);
      const memo = readText('memo', args.memo ?? '');
      const view = await viewAt(ctx, args.at);
      const block = await loadOne(ctx, blocks, view, String(view.height));
      if (block === null) throw problem('INDEX_NOT_READY', `The index does not hold block ${view.height} yet.`);
      const { specVersion } = block;
      const sizeBytes = BigInt(args.sizeBytes);
      const most = maximumFileSize(specVersion);
      if (sizeBytes < 0n || sizeBytes >= most) {
        throw badInput(`The size of an order is from 0 to ${most - 1n} bytes, not ${sizeBytes}.`);
      }
      const given = { cid, sizeBytes, tips: readTips('tips', args.tips), memo };
      return { ...orderCall(specVersion, given), ...given, specVersion, asOf: view.height };
    },
  }),
);
