import { builder } from '../builder';
import type { Ordering } from '../database/cursor';
import { loadPage } from '../database/load';
import { orderBy } from '../database/sql';
import { viewAt } from '../database/view';
import { PickupOwners, WaitingFiles } from '../schema/connections';
import { SortDirectionEnum } from '../schema/enums';
import { PickupOwnerRef, WaitingFileRef } from '../schema/refs';
import { DEFAULT_SLOTS, loadWaitingCount, MOST_SLOTS, spanOf } from './load';
import { pickupOwners, waitingFiles } from './sql';
import { WaitingRoomRef } from './type';

/** Age runs against the block it began in. */
const orderColumns = { AGE: 'waiting_since', SIZE: 'size_bytes', TIP: 'tips', AMOUNT: 'amount' } as const;
type OrderField = keyof typeof orderColumns;

const OrderFieldEnum = builder.enumType('WaitingOrderField', { values: Object.keys(orderColumns) as OrderField[] });

const WaitingOrderInput = builder.inputType('WaitingOrder', {
  fields: (t) => ({
    field: t.field({ type: OrderFieldEnum, required: true }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

const ordering = (field: OrderField, direction: 'ASC' | 'DESC'): Ordering => {
  const rises = (direction === 'ASC') !== (field === 'AGE');
  return orderBy(`${field}-${direction}`, rises ? 'asc' : 'desc', orderColumns[field], ['id', 'text']);
};

const slotsArgument = `slots to look back over: 1 to ${MOST_SLOTS}, ${DEFAULT_SLOTS} when left out`;

builder.queryFields((t) => ({
  waitingFiles: t.connection(
    {
      type: WaitingFileRef,
      description: 'files that were ordered and have no replica, the longest waiting first',
      args: { orderBy: t.arg({ type: WaitingOrderInput }), at: t.arg.int() },
      resolve: async (_root, { orderBy: order, at, ...args }, ctx) => {
        const view = await viewAt(ctx, at);
        const page = await loadPage(ctx, waitingFiles, view, args, {
          ordering: ordering(order?.field ?? 'AGE', order?.direction ?? 'DESC'),
        });
        return { ...page, totalCount: () => loadWaitingCount(ctx, view) };
      },
    },
    WaitingFiles,
  ),
  waitingRoom: t.field({
    type: WaitingRoomRef,
    args: { slots: t.arg.int({ description: slotsArgument }), at: t.arg.int() },
    resolve: async (_root, { slots, at }, ctx) => {
      const view = await viewAt(ctx, at);
      return { view, span: spanOf(ctx, view, slots) };
    },
  }),
  pickupOwners: t.connection(
    {
      type: PickupOwnerRef,
      description: 'owners by the median time from an order to their replica of it, fastest first',
      args: { slots: t.arg.int({ description: slotsArgument }), at: t.arg.int() },
      resolve: async (_root, { slots, at, ...args }, ctx) => {
        const view = await viewAt(ctx, at);
        return loadPage(ctx, pickupOwners(spanOf(ctx, view, slots)), view, args);
      },
    },
    PickupOwners,
  ),
}));
