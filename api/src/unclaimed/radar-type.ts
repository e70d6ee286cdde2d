import { builder } from '../builder';
import type { Ordering } from '../database/cursor';
import type { KeyedRow } from '../database/page';
import { sortedPage } from '../database/sorted-page';
import { orderBy } from '../database/sql';
import { FigureReceiptRef } from '../receipt/type';
import { counted } from '../schema/connections';
import { SortDirectionEnum } from '../schema/enums';
import { AccountRef } from '../schema/refs';
import { OutstandingEraRef, OutstandingEras, type OutstandingNode } from './era-type';
import { radarFigures } from './figures';
import { accountTotal, byValidator, type RadarNode, totalOf, type ValidatorClaims } from './radar';

const OrderFieldEnum = builder.enumType('UnclaimedOrderField', { values: ['ERAS_LEFT', 'TOTAL'] as const });

const OrderInput = builder.inputType('UnclaimedOrder', {
  fields: (t) => ({
    field: t.field({ type: OrderFieldEnum, required: true }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

interface Order {
  field: 'ERAS_LEFT' | 'TOTAL';
  direction: 'ASC' | 'DESC';
}

const FIRST_LOST: Order = { field: 'ERAS_LEFT', direction: 'ASC' };

const orderingOf = (list: string, { field, direction }: Order): Ordering => {
  const towards = direction === 'ASC' ? 'asc' : 'desc';
  return orderBy(`${list}.${field}-${towards}`, towards, 'value', ['id', 'text']);
};

const keyed = <Row extends { erasLeft: number; total: bigint }>(
  rows: readonly Row[],
  { field }: Order,
  idOf: (row: Row) => string,
): KeyedRow<Row>[] =>
  rows.map((row) => ({ row, keys: [String(field === 'TOTAL' ? row.total : row.erasLeft), idOf(row)] }));

const ValidatorClaimsRef = builder.objectRef<ValidatorClaims>('UnclaimedValidator').implement({
  description: 'A validator with eras that nobody claimed yet.',
  fields: (t) => ({
    stash: t.exposeString('stash'),
    stashAccount: t.field({ type: AccountRef, resolve: ({ stash, view }) => ({ id: stash, view }) }),
    eras: t.intList({ description: 'oldest first', resolve: ({ eras }) => eras.map(({ era }) => era) }),
    erasLeft: t.exposeInt('erasLeft', { description: 'of the era that is lost first' }),
    lostTime: t.field({ type: 'DateTime', nullable: true, resolve: ({ eras }) => eras[0]?.lostTime ?? null }),
    total: t.expose('total', { type: 'BigInt' }),
    accountTotal: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'of it, to the account that is asked about; null without one',
      resolve: (row, _args, ctx) => accountTotal(ctx, row),
    }),
  }),
});

const UnclaimedValidators = counted('UnclaimedValidator', ValidatorClaimsRef);

export const RadarRef = builder.objectRef<RadarNode>('Unclaimed').implement({
  description: 'Rewards nobody claimed yet: they exist only once somebody claims them, and after 84 eras nobody can.',
  fields: (t) => ({
    asOf: t.int({ resolve: ({ view }) => view.height }),
    eraCount: t.int({ description: 'outstanding eras of validators', resolve: ({ eras }) => eras.length }),
    validatorCount: t.int({ resolve: ({ eras }) => new Set(eras.map(({ stash }) => stash)).size }),
    total: t.field({ type: 'BigInt', resolve: ({ eras }) => totalOf(eras) }),
    accountTotal: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'of it, to the account that is asked about; null without one',
      resolve: (radar, _args, ctx) => accountTotal(ctx, radar),
    }),
    erasLeft: t.int({
      nullable: true,
      description: 'of the era that is lost first; null when there is none',
      resolve: ({ eras }) => eras[0]?.erasLeft ?? null,
    }),
    validators: t.connection(
      {
        type: ValidatorClaimsRef,
        description: 'the one whose oldest era is lost first at the head',
        args: { orderBy: t.arg({ type: OrderInput }) },
        resolve: (radar, { orderBy: order, ...args }) => {
          const by = order ?? FIRST_LOST;
          return sortedPage(
            orderingOf('unclaimedValidators', by),
            keyed(byValidator(radar), by, (v) => v.stash),
            args,
          );
        },
      },
      UnclaimedValidators,
    ),
    eras: t.connection(
      {
        type: OutstandingEraRef,
        description: 'the one lost first at the head',
        args: { orderBy: t.arg({ type: OrderInput }) },
        resolve: ({ account, eras }, { orderBy: order, ...args }) => {
          const by = order ?? FIRST_LOST;
          const rows = eras.map((era): OutstandingNode => ({ ...era, account }));
          return sortedPage(
            orderingOf('unclaimedEras', by),
            keyed(rows, by, ({ id }) => id),
            args,
          );
        },
      },
      OutstandingEras,
    ),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 6 },
      resolve: ({ view, eras }) => radarFigures(view, eras),
    }),
  }),
});
