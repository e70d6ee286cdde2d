import { accountOf } from '../../account/load';
import { ProvenanceRef } from '../../receipt/type';
import { FileEventKindEnum } from '../../schema/enums';
import { AccountRef, FileEventRef, FileRef } from '../../schema/refs';
import type { FileNode } from '../load';

FileEventRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    fileId: t.exposeString('fileId'),
    file: t.field({ type: FileRef, resolve: (e): FileNode => ({ id: e.fileId, view: e.view }) }),
    kind: t.expose('kind', { type: FileEventKindEnum }),
    account: t.exposeString('account', { nullable: true }),
    owner: t.exposeString('owner', { nullable: true }),
    ownerAccount: t.field({ type: AccountRef, nullable: true, resolve: (e) => accountOf(e.owner, e.view) }),
    amount: t.expose('amount', { type: 'BigInt', nullable: true }),
    value: t.expose('value', { type: 'BigInt', nullable: true }),
    block: t.exposeInt('block'),
    extrinsicIndex: t.exposeInt('extrinsicIndex', { nullable: true }),
    eventIndex: t.exposeInt('eventIndex', { nullable: true }),
    time: t.expose('time', { type: 'DateTime' }),
    provenance: t.field({ type: ProvenanceRef, resolve: (e) => e }),
  }),
});
