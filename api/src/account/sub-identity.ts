import { hexToBytes, utf8ToText } from '@moho/protocol';
import { builder } from '../builder';
import { loadPage } from '../database/load';
import { viewAt } from '../database/view';
import { storageReceipt } from '../receipt/node';
import { account, encoded, fixed } from '../receipt/scale';
import { items } from '../receipt/storage-key';
import { ReceiptRef } from '../receipt/type';
import { SubIdentities } from '../schema/connections';
import { AccountRef, SubIdentityRef } from '../schema/refs';
import { subIdentities } from './sql';

/** Kinds of identity's `Data` that hold bytes of their own: 1 to 33. The others are none, and hashes. */
const MOST_RAW_KIND = 33;

const nameOf = (data: string): string | null => {
  const [kind = 0, ...rest] = hexToBytes(data);
  return kind === 0 || kind > MOST_RAW_KIND ? null : utf8ToText(Uint8Array.from(rest));
};

SubIdentityRef.implement({
  description: 'An account that another one has named as its own. Neither needs the other’s consent to be shown here.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the account' }),
    account: t.field({ type: AccountRef, resolve: (s) => ({ id: s.id, view: s.view }) }),
    superAccount: t.exposeString('superAccount', { description: 'the account whose identity it belongs to' }),
    superAccountEntity: t.field({ type: AccountRef, resolve: (s) => ({ id: s.superAccount, view: s.view }) }),
    name: t.string({
      nullable: true,
      description: 'its name below that identity, when it is text',
      resolve: (s) => nameOf(s.nameData),
    }),
    nameData: t.exposeString('nameData', { description: 'the name as the chain stores it' }),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (s) =>
        storageReceipt(s.view, items.superOf(s.id), s.sinceBlock, () =>
          encoded(account(s.superAccount), fixed(s.nameData)),
        ),
    }),
  }),
});

builder.queryField('subIdentities', (t) =>
  t.connection(
    {
      type: SubIdentityRef,
      description: 'accounts that belong to another one’s identity',
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, subIdentities, await viewAt(ctx, at), args),
    },
    SubIdentities,
  ),
);
