import { CONCENTRATED_PERCENT, type Concentration, concentrationOf } from '@moho/protocol';
import { subIdentities } from '../account/sql';
import { builder } from '../builder';
import type { Context } from '../context';
import { loadAllBy, loadOne } from '../database/load';
import type { Seen } from '../database/view';
import { AccountRef, FileRef } from '../schema/refs';
import type { FileNode } from './load';
import { replicasByPosition } from './sql';

const FamilyRef = builder.objectRef<Seen<Concentration['families'][number]>>('OwnerFamily').implement({
  description: 'Live owners that belong to one identity (Identity.SuperOf).',
  fields: (t) => ({
    identity: t.exposeString('identity', { description: 'the account whose identity it is' }),
    identityAccount: t.field({ type: AccountRef, resolve: (f) => ({ id: f.identity, view: f.view }) }),
    owners: t.exposeStringList('owners'),
    ownerAccounts: t.field({
      type: [AccountRef],
      complexity: { field: 1, multiplier: 2 },
      resolve: (f) => f.owners.map((id) => ({ id, view: f.view })),
    }),
  }),
});

const DominantRef = builder.objectRef<Seen<NonNullable<Concentration['dominant']>>>('DominantOwner').implement({
  fields: (t) => ({
    owner: t.exposeString('owner'),
    ownerAccount: t.field({ type: AccountRef, resolve: (d) => ({ id: d.owner, view: d.view }) }),
    replicas: t.exposeInt('replicas', { description: 'live replicas on its machines' }),
    of: t.exposeInt('of', { description: 'all live replicas' }),
  }),
});

const ConcentrationRef = builder.objectRef<Seen<Concentration>>('Concentration').implement({
  description: 'Whether the live owners of a file are as independent as they look.',
  fields: (t) => ({
    identities: t.exposeInt('identities', { description: 'live owners when those of one identity count as one' }),
    families: t.field({
      type: [FamilyRef],
      complexity: { field: 1, multiplier: 2 },
      description: 'identities that two live owners or more belong to, largest first',
      resolve: (c) => c.families.map((family) => ({ ...family, view: c.view })),
    }),
    dominant: t.field({
      type: DominantRef,
      nullable: true,
      description: `an owner whose machines hold more than ${CONCENTRATED_PERCENT} % of at least two live replicas`,
      resolve: (c) => (c.dominant === null ? null : { ...c.dominant, view: c.view }),
    }),
  }),
});

const loadConcentration = async (ctx: Context, { id, view }: FileNode): Promise<Seen<Concentration>> => {
  const replicas = await loadAllBy(ctx, replicasByPosition, view, { column: 'file_id', type: 'text' }, id);
  const owners = [...new Set(replicas.map(({ countedOwner }) => countedOwner))];
  const subs = await Promise.all(owners.map((owner) => loadOne(ctx, subIdentities, view, owner)));
  const identityOf = new Map(owners.map((owner, i) => [owner, subs[i]?.superAccount ?? owner]));
  const held = replicas.map(({ countedOwner: owner, notLiveCode }) => ({
    owner,
    identity: identityOf.get(owner) ?? owner,
    isLive: notLiveCode === null,
  }));
  return { ...concentrationOf(held), view };
};

builder.objectFields(FileRef, (t) => ({
  concentration: t.field({ type: ConcentrationRef, resolve: (f, _args, ctx) => loadConcentration(ctx, f) }),
}));
