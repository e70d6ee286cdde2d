import { type CandidacyChange, type CandidateVersion, candidacyChanges } from '@moho/protocol';
import { builder } from '../builder';
import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import { keyArray, type Scope } from '../database/sql';
import type { Seen } from '../database/view';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { ReceiptRef } from '../receipt/type';
import { encodePrefs } from '../validator/raw';
import type { GuaranteeRow } from './sql';

interface VersionRow {
  id: string;
  fromBlock: number;
  untilBlock: number | null;
  guaranteeFeePerbill: number;
}

/** Every version of some candidates' rows that began up to the view, by stash. */
const candidateVersions = async (
  scope: Scope,
  stashes: readonly string[],
): Promise<Map<string, CandidateVersion[]>> => {
  const { sql, view } = scope;
  const rows = await sql<VersionRow[]>`
    select v.id, lower(v._block_range)::int as from_block, v.guarantee_fee_perbill,
      case when upper(v._block_range) <= ${view.height} then upper(v._block_range)::int end as until_block
    from validators v where v.id = any(${keyArray(sql, stashes)}::text[]) and lower(v._block_range) <= ${view.height}
    order by v.id, lower(v._block_range)`;
  const found = new Map<string, CandidateVersion[]>();
  for (const { id, fromBlock, untilBlock, guaranteeFeePerbill } of rows) {
    const version = { from: fromBlock, until: untilBlock, guaranteeFeePerbill: BigInt(guaranteeFeePerbill) };
    found.set(id, [...(found.get(id) ?? []), version]);
  }
  return found;
};

/** What became of a stash as a candidate, oldest first; those of one question are one statement. */
export const loadChanges = async (
  ctx: Context,
  stash: string,
  view: Seen<object>['view'],
): Promise<CandidacyChange[]> =>
  candidacyChanges((await loadKeyed(ctx, 'candidateVersions', view, stash, candidateVersions)) ?? []);

/** A change of a candidate, in a view. */
export interface ChangeNode extends CandidacyChange {
  stash: string;
  view: Seen<object>['view'];
}

const KindEnum = builder.enumType('CandidacyChangeKind', {
  values: {
    JOINED: { description: 'it became a candidate' },
    FEE: { description: 'it asked for another guarantee fee' },
    LEFT: { description: 'it chilled, was chilled, became a guarantor or withdrew its bond' },
  } as const,
});

export const CandidacyChangeRef = builder.objectRef<ChangeNode>('CandidacyChange').implement({
  description: 'A node joined the candidates, left them, or changed its guarantee fee.',
  fields: (t) => ({
    block: t.exposeInt('block'),
    kind: t.field({ type: KindEnum, resolve: ({ kind }) => kind }),
    feeBeforePerbill: t.expose('feeBeforePerbill', { type: 'BigInt', nullable: true }),
    feePerbill: t.expose('feePerbill', { type: 'BigInt', nullable: true }),
    receipt: t.field({
      type: ReceiptRef,
      description: 'the candidate’s preferences as of that block',
      resolve: ({ stash, view, block, feePerbill }) =>
        storageReceipt(
          view,
          items.validator(stash),
          block,
          () => (feePerbill === null ? null : encodePrefs(Number(feePerbill))),
          block,
        ),
    }),
  }),
});

/** What became of the node since this guarantee was last changed. */
export const loadChangesSince = async (ctx: Context, g: Seen<GuaranteeRow>): Promise<ChangeNode[]> => {
  const changes = await loadChanges(ctx, g.validator, g.view);
  return changes
    .filter(({ block }) => block > g.sinceBlock)
    .map((change) => ({ ...change, stash: g.validator, view: g.view }));
};
