import { type BondParts, bondingEras, bondParts, eraPlannedMs, type UnlockingChunk } from '@moho/protocol';
import { builder } from '../../builder';
import type { Context } from '../../context';
import { loadOne } from '../../database/load';
import type { Seen, View } from '../../database/view';
import { type EraNow, loadEraNow } from '../../era/now';
import { readChunks } from '../../market/load';
import { derivedReceipt, figuresOf, mapSource } from '../../receipt/node';
import { items } from '../../receipt/storage-key';
import { FigureReceiptRef } from '../../receipt/type';
import { specOf } from '../../unclaimed/load';
import { type LedgerRow, ledgers } from '../../validator/sql';
import type { GuarantorRow } from '../sql';

/** A bond, cut into what it is bound to. */
export interface BondNode {
  view: View;
  ledger: Seen<LedgerRow>;
  parts: BondParts;
  now: EraNow;
}

/** Null for a stash without a ledger. */
export const loadBond = async (ctx: Context, g: Seen<GuarantorRow>): Promise<BondNode | null> => {
  const ledger = await loadOne(ctx, ledgers, g.view, g.id, 'stash');
  if (ledger === null) return null;
  const now = await loadEraNow(ctx, g.view);
  const parts = bondParts({
    active: BigInt(ledger.active),
    guaranteed: BigInt(g.total ?? 0),
    unlocking: readChunks(ledger.unlocking).map(({ value, era }) => ({ value: BigInt(value), era })),
    currentEra: now.currentEra,
  });
  return { view: g.view, ledger, parts, now };
};

const ChunkRef = builder.objectRef<UnlockingChunk & { now: EraNow }>('UnlockingPart').implement({
  description: 'A part of a bond that was unbonded and waits.',
  fields: (t) => ({
    value: t.expose('value', { type: 'BigInt' }),
    era: t.exposeInt('era', { description: 'CurrentEra from which on it can be withdrawn' }),
    erasLeft: t.exposeInt('erasLeft', { description: '0: it can be withdrawn now' }),
    time: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'about when, at the chain’s usual pace; null when it can be withdrawn now',
      resolve: ({ era, erasLeft, now }, _args, ctx) => {
        if (erasLeft === 0 || now.activeSince === null) return null;
        const active = { era: now.activeEra, startMs: Date.parse(now.activeSince) };
        return new Date(eraPlannedMs(era, active, ctx.profile)).toISOString();
      },
    }),
  }),
});

const LEDGER = [mapSource('Staking.Ledger'), mapSource('Staking.Guarantors')];

export const BondRef = builder.objectRef<BondNode>('BondParts').implement({
  description: 'What of a bond is guaranteed, idle, waiting or free to be withdrawn.',
  fields: (t) => ({
    active: t.field({ type: 'BigInt', resolve: ({ ledger }) => ledger.active }),
    guaranteed: t.field({ type: 'BigInt', resolve: ({ parts }) => parts.guaranteed }),
    idle: t.field({
      type: 'BigInt',
      description: 'bonded, guaranteed to nobody: all that can be unbonded without cutting a guarantee first',
      resolve: ({ parts }) => parts.idle,
    }),
    uncovered: t.field({
      type: 'BigInt',
      description: 'guarantees beyond the bond, left by a slash: to be cut before anything can be unbonded',
      resolve: ({ parts }) => parts.uncovered,
    }),
    waiting: t.field({ type: 'BigInt', description: 'unbonded, not free yet', resolve: ({ parts }) => parts.waiting }),
    withdrawable: t.field({ type: 'BigInt', resolve: ({ parts }) => parts.withdrawable }),
    unlocking: t.field({
      type: [ChunkRef],
      complexity: { field: 1, multiplier: 32 },
      description: 'the first free first',
      resolve: ({ parts, now }) => parts.unlocking.map((chunk) => ({ ...chunk, now })),
    }),
    bondingEras: t.int({
      description: 'eras between unbonding and withdrawing',
      resolve: async ({ view }, _args, ctx) => bondingEras(await specOf(ctx, view)),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 6 },
      resolve: ({ view, ledger }) => {
        const told = (rule: string) => derivedReceipt(view, rule, { sources: LEDGER, item: items.ledger(ledger.id) });
        return figuresOf({
          idle: told('The ledger’s active stake minus the total of all guarantees, not below 0.'),
          uncovered: told('The total of all guarantees minus the ledger’s active stake, not below 0.'),
          waiting: told('The chunks of the ledger’s unlocking list whose era is beyond CurrentEra, added.'),
          withdrawable: told('The chunks of the ledger’s unlocking list whose era CurrentEra has reached, added.'),
          unlocking: told('One chunk of the ledger’s unlocking list.'),
        });
      },
    }),
  }),
});
