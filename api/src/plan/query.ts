import { builder } from '../builder';
import { viewAt } from '../database/view';
import { badInput } from '../errors';
import { readAddress, readOptional } from '../input';
import { loadPlan } from './load';
import { PlanRef } from './type';

const MOST_PICO = (1n << 100n) - 1n;
const BILLION = 1_000_000_000;

const readPico = (name: string, given: string): bigint => {
  const amount = BigInt(given);
  if (amount < 1n || amount > MOST_PICO) throw badInput(`"${name}" is from 1 to ${MOST_PICO} pico-CRU, not ${amount}.`);
  return amount;
};

const readPerbill = (name: string, given: number | null | undefined): number | null => {
  if (given == null) return null;
  if (given < 0 || given > BILLION) throw badInput(`"${name}" is from 0 to ${BILLION}, not ${given}.`);
  return given;
};

builder.queryField('plan', (t) =>
  t.field({
    type: PlanRef,
    description: 'how an amount may be split over nodes; with a bound on what any other split could earn',
    args: {
      amount: t.arg({ type: 'BigInt', required: true, description: 'pico-CRU to be placed' }),
      guarantor: t.arg.string({ description: 'whose guarantees stand already; without it a newcomer’s' }),
      mayCut: t.arg.boolean({ description: 'standing guarantees may be cut and placed anew' }),
      maxPerNode: t.arg({ type: 'BigInt', description: 'at most so much on one node, pico-CRU' }),
      minReportsPerbill: t.arg.int({ description: 'of the due work reports of 28 days' }),
      minGuaranteeFeePerbill: t.arg.int(),
      maxFeeChangePerbill: t.arg.int({ description: 'between the highest and lowest fee of 28 eras' }),
      unslashed: t.arg.boolean(),
      at: t.arg.int(),
    },
    resolve: async (_root, args, ctx) =>
      loadPlan(ctx, await viewAt(ctx, args.at), {
        amount: readPico('amount', args.amount),
        guarantor: readOptional(args.guarantor, (text) => readAddress('guarantor', text)),
        mayCut: args.mayCut ?? false,
        maxPerNode: readOptional(args.maxPerNode, (text) => readPico('maxPerNode', text)),
        minReportsPerbill: readPerbill('minReportsPerbill', args.minReportsPerbill),
        minGuaranteeFeePerbill: readPerbill('minGuaranteeFeePerbill', args.minGuaranteeFeePerbill),
        maxFeeChangePerbill: readPerbill('maxFeeChangePerbill', args.maxFeeChangePerbill),
        unslashed: args.unslashed ?? false,
      }),
  }),
);
