import { SAFE_LIVE_OWNERS } from '@moho/protocol';
import type { ChainProfile } from '@moho/protocol/base';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import type { Head } from '../database/head';
import { loadAll, loadOne, scopeOf } from '../database/load';
import type { View } from '../database/view';
import { derivedReceipt, mapSource } from '../receipt/node';
import { ReceiptRef } from '../receipt/type';
import { RuntimeSpecRef } from '../schema/refs';
import { readiness } from './readiness';
import { type DeadlineCheckRow, deadlineCheck, runtimeSpecs } from './sql';

const ProfileInfoRef = builder.objectRef<ChainProfile>('ProfileInfo').implement({
  description: 'Lengths and offsets of the chain, in blocks unless the name says otherwise.',
  fields: (t) => ({
    name: t.exposeString('name'),
    slotBlocks: t.exposeInt('slotBlocks'),
    sweepOffset: t.exposeInt('sweepOffset'),
    baseTickOffset: t.exposeInt('baseTickOffset'),
    feeTickOffset: t.exposeInt('feeTickOffset'),
    stopOffset: t.exposeInt('stopOffset'),
    sessionBlocks: t.exposeInt('sessionBlocks'),
    sessionsPerEra: t.exposeInt('sessionsPerEra'),
    fileDurationBlocks: t.exposeInt('fileDurationBlocks'),
    spowerReadyBlocks: t.exposeInt('spowerReadyBlocks'),
    blockTimeMs: t.exposeInt('blockTimeMs'),
  }),
});

interface Health {
  name: string;
  ok: boolean;
  sentence: string;
}

const ServiceHealthRef = builder.objectRef<Health>('ServiceHealth').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    ok: t.exposeBoolean('ok'),
    sentence: t.exposeString('sentence'),
  }),
});

const DeadlineCheckRef = builder.objectRef<DeadlineCheckRow & { view: View }>('DeadlineCheck').implement({
  description:
    'Whether the punishment deadlines the chain wrote are those that the rule of judgement gives; counted when each slot was judged.',
  fields: (t) => ({
    slots: t.exposeInt('slots', { description: 'judged slots' }),
    mismatches: t.exposeInt('mismatches', { description: 'deadlines that differ from the rule; must be 0' }),
    lastSlot: t.exposeInt('lastSlot', { nullable: true, description: 'newest slot with one that differs' }),
    receipt: t.field({
      type: ReceiptRef,
      resolve: ({ view, slots }) =>
        derivedReceipt(
          view,
          'At the end of every sweep the deadline of each identity it visited is worked out by the rule and compared with the one the chain stores.',
          { sources: [mapSource('Swork.Identities'), mapSource('Swork.ReportedInSlot')], rowCount: slots },
        ),
    }),
  }),
});

/** The head, or null while the index is empty. */
export interface StatusNode {
  head: Head | null;
}

const viewOf = (head: Head): View => ({ at: null, height: head.height });
/** Longer than any block takes: the indexer writes nothing when it or its chain stands still. */
const QUIET_MS = 120_000;

const indexerHealth = (head: Head | null, now: number): Health => {
  if (head === null) return { name: 'indexer', ok: false, sentence: 'The indexer has not finished a block yet.' };
  const quietMs = head.processedAtMs === null ? null : Math.max(0, now - head.processedAtMs);
  if (quietMs !== null && quietMs > QUIET_MS) {
    const minutes = Math.round(quietMs / 60_000);
    return { name: 'indexer', ok: false, sentence: `The indexer has not written for ${minutes} minutes.` };
  }
  return { name: 'indexer', ok: true, sentence: `The indexer has finished block ${head.height}.` };
};

export const StatusRef = builder.objectRef<StatusNode>('Status').implement({
  fields: (t) => ({
    indexedHeight: t.int({
      nullable: true,
      description: 'last block in the index; null when it has none yet',
      resolve: ({ head }) => head?.height ?? null,
    }),
    indexedHash: t.string({
      nullable: true,
      resolve: async ({ head }, _args, ctx) =>
        head === null ? null : ((await loadOne(ctx, blocks, viewOf(head), String(head.height)))?.hash ?? null),
    }),
    indexedTime: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: async ({ head }, _args, ctx) =>
        head === null ? null : ((await loadOne(ctx, blocks, viewOf(head), String(head.height)))?.time ?? null),
    }),
    targetHeight: t.int({
      nullable: true,
      description: 'head of the chain as the indexer last saw it',
      resolve: ({ head }) => head?.targetHeight ?? null,
    }),
    lagBlocks: t.int({
      nullable: true,
      resolve: ({ head }, _args, ctx) => readiness(head, ctx.maxLagBlocks, ctx.genesisHash).lagBlocks,
    }),
    ready: t.boolean({ resolve: ({ head }, _args, ctx) => readiness(head, ctx.maxLagBlocks, ctx.genesisHash).ready }),
    sentence: t.string({
      resolve: ({ head }, _args, ctx) => readiness(head, ctx.maxLagBlocks, ctx.genesisHash).sentence,
    }),
    chain: t.string({ nullable: true, resolve: ({ head }) => head?.chain ?? null }),
    genesisHash: t.string({ nullable: true, resolve: ({ head }) => head?.genesisHash ?? null }),
    specVersion: t.int({
      nullable: true,
      resolve: async ({ head }, _args, ctx) =>
        head === null ? null : ((await loadOne(ctx, blocks, viewOf(head), String(head.height)))?.specVersion ?? null),
    }),
    profile: t.field({ type: ProfileInfoRef, resolve: (_status, _args, ctx) => ctx.profile }),
    safeLiveOwners: t.int({
      description: 'from this many independent live owners on a paid file is STORED, below it AT_RISK',
      resolve: () => SAFE_LIVE_OWNERS,
    }),
    services: t.field({
      type: [ServiceHealthRef],
      complexity: { field: 1, multiplier: 3 },
      resolve: ({ head }, _args, ctx) => {
        const { ready, sentence } = readiness(head, ctx.maxLagBlocks, ctx.genesisHash);
        return [
          { name: 'database', ok: true, sentence: 'The database answers.' },
          indexerHealth(head, Date.now()),
          { name: 'index', ok: ready, sentence },
        ];
      },
    }),
    deadlineCheck: t.field({
      type: DeadlineCheckRef,
      nullable: true,
      description: 'null while the index is empty',
      resolve: async ({ head }, _args, ctx) => {
        if (head === null) return null;
        const view = viewOf(head);
        return { ...(await deadlineCheck(scopeOf(ctx, view))), view };
      },
    }),
    specs: t.field({
      type: [RuntimeSpecRef],
      resolve: ({ head }, _args, ctx) => (head === null ? [] : loadAll(ctx, runtimeSpecs, viewOf(head))),
    }),
  }),
});
