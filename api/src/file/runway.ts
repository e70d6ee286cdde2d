import { orderRules, prepaidRunway, type Renewal, renewal } from '@moho/protocol';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import type { Context } from '../context';
import { loadOne } from '../database/load';
import { feesOf, loadPrice } from '../market/load';
import { FileRef } from '../schema/refs';
import { type FileNode, loadFacts, timeOfBlock } from './load';

interface FileRunway {
  file: FileNode;
  renewals: bigint;
  cost: Renewal['cost'];
  dryBlock: bigint | null;
}

const MAX_INT = 2_147_483_647n;
const toInt = (n: bigint): number => Number(n > MAX_INT ? MAX_INT : n);

/** What the prepaid pool pays at the prices of the view; null without a stored file or without prices. */
const loadRunway = async (ctx: Context, file: FileNode): Promise<FileRunway | null> => {
  const { view } = file;
  const { stands, prepaid, sizeBytes, expiredAt } = await loadFacts(ctx, file);
  const price = await loadPrice(ctx, view);
  if (!stands || prepaid == null || sizeBytes == null || expiredAt == null || price === null) return null;
  const spec = (await loadOne(ctx, blocks, view, String(view.height)))?.specVersion;
  if (spec === undefined) return null;
  const { cost } = renewal(BigInt(sizeBytes), feesOf(price), orderRules(spec));
  const runway = prepaidRunway({
    prepaid: BigInt(prepaid),
    renewalCost: cost,
    expiredAt,
    block: view.height,
    fileDurationBlocks: ctx.profile.fileDurationBlocks,
  });
  return { file, cost, ...runway };
};

const RunwayRef = builder.objectRef<FileRunway>('PrepaidRunway').implement({
  description:
    'How long the prepaid pool carries the file at the prices of the block, when it is settled in time each time.',
  fields: (t) => ({
    renewals: t.int({ description: 'renewals the pool pays', resolve: ({ renewals }) => toInt(renewals) }),
    renewalCost: t.expose('cost', { type: 'BigInt', description: 'what one renewal takes from the pool' }),
    dryBlock: t.int({
      nullable: true,
      description: 'first block that is no longer paid for; null while the paid time has not begun, or beyond 2^31',
      resolve: ({ dryBlock }) => (dryBlock === null || dryBlock > MAX_INT ? null : Number(dryBlock)),
    }),
    dryTime: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'its time, an estimate by the block time',
      resolve: ({ dryBlock, file }, _args, ctx) =>
        dryBlock === null || dryBlock > MAX_INT ? null : timeOfBlock(ctx, file.view, Number(dryBlock)),
    }),
  }),
});

builder.objectFields(FileRef, (t) => ({
  runway: t.field({ type: RunwayRef, nullable: true, resolve: (f, _args, ctx) => loadRunway(ctx, f) }),
  renewalsAffordable: t.int({
    nullable: true,
    description: 'renewals the prepaid pool pays at the prices of the block',
    resolve: async (f, _args, ctx) => {
      const runway = await loadRunway(ctx, f);
      return runway === null ? null : toInt(runway.renewals);
    },
  }),
}));
