import { type FORECAST_KINDS, type ForecastInput, type ForecastStep, limitForecast } from '@moho/protocol';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import type { Context } from '../context';
import { loaderOf, loadOne, scopeOf } from '../database/load';
import { type View, viewKey } from '../database/view';
import { timeOfBlock } from '../file/load';
import { readCount } from '../input';
import { readyPeriod } from '../market/spower-service';
import { derivedReceipt, figuresOf, mapSource } from '../receipt/node';
import { FigureReceiptRef } from '../receipt/type';
import { AccountRef, ValidatorRef } from '../schema/refs';
import { type ForecastFacts, forecastFacts } from './forecast-sql';
import { networkOf, workloadOf } from './ledger';
import { membersAt } from './members';

const MAX_DAYS = 28;
const DAY_MS = 86_400_000;

interface Forecast {
  view: View;
  until: number;
  steps: ForecastStep[];
}

/** The owner as the newest sweep left it; null before the first sweep. */
const inputOf = (
  owner: string,
  facts: ForecastFacts,
  rest: Pick<ForecastInput, 'from' | 'until' | 'spec' | 'readyPeriodBlocks'>,
): ForecastInput | null => {
  const sweep = facts.sweep[0];
  if (sweep === undefined) return null;
  const members = membersAt(facts, sweep, owner);
  const machines = facts.machine.filter(({ account }) => members.has(account));
  const byAnchor = new Map(machines.map(({ anchor, account }) => [anchor, account]));
  return {
    ...rest,
    owner: { limit: null, workload: workloadOf(members), network: networkOf(sweep) },
    members: machines.flatMap(({ account, punishmentDeadline, codeExpireBlock }) => {
      const member = members.get(account);
      if (member === undefined) return [];
      const workloadBytes = member.freeBytes + member.spowerBytes;
      const punishedUntil = member.status === 'PUNISHED' ? punishmentDeadline : null;
      return [{ account, workloadBytes, punishedUntil, codeExpireBlock }];
    }),
    replicas: facts.due.flatMap((due) => {
      const account = byAnchor.get(due.anchor);
      if (account === undefined) return [];
      const { fileId, createdAt, expiredAt, reported } = due;
      return [
        {
          account,
          fileId,
          createdAt,
          expiredAt,
          reportedReplicas: reported,
          sizeBytes: BigInt(due.sizeBytes),
          spowerBytes: BigInt(due.spower),
        },
      ];
    }),
  };
};

const loadForecast = async (ctx: Context, owner: string, view: View, days: number): Promise<Forecast> => {
  const until = view.height + Math.floor((days * DAY_MS) / ctx.profile.blockTimeMs);
  const readyPeriodBlocks = await readyPeriod(ctx, view);
  const facts = await loaderOf<ForecastFacts | null>(ctx, `forecast.${days}@${viewKey(view)}`, async (owners) => {
    const found = await forecastFacts(scopeOf(ctx, view), owners, { until, readyPeriodBlocks });
    return owners.map((each) => found.get(each) ?? null);
  }).load(owner);
  const spec = (await loadOne(ctx, blocks, view, String(view.height)))?.specVersion;
  if (facts === null || spec === undefined) return { view, until, steps: [] };
  const input = inputOf(owner, facts, { from: view.height, until, spec, readyPeriodBlocks });
  return { view, until, steps: input === null ? [] : limitForecast(input, ctx.profile) };
};

const ForecastKindEnum = builder.enumType('LimitForecastKind', {
  values: {
    MATURES: { description: 'replicas are old enough to count their file’s spower instead of its size' },
    FILES_EXPIRE: { description: 'the paid time of files ends; anybody may have them closed from then on' },
    PUNISHMENT_ENDS: { description: 'members count again if they report until then' },
    CODE_EXPIRES: { description: 'the chain no longer takes reports of members whose enclaves run this code' },
  } satisfies Record<(typeof FORECAST_KINDS)[number], { description: string }>,
});

const ForecastStepRef = builder.objectRef<ForecastStep & { view: View }>('LimitForecastStep').implement({
  description: 'What falls due in one slot, with its effect on the limit when everything else stays as it is.',
  fields: (t) => ({
    slot: t.exposeInt('slot', { description: 'first block of the slot' }),
    time: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'of the slot’s first block, an estimate by the block time',
      resolve: ({ slot, view }, _args, ctx) => timeOfBlock(ctx, view, Math.max(1, slot)),
    }),
    kind: t.expose('kind', { type: ForecastKindEnum }),
    count: t.exposeInt('count', { description: 'replicas or members' }),
    bytes: t.expose('bytes', { type: 'BigInt', description: 'change of the workload that counts' }),
    amount: t.expose('amount', { type: 'BigInt', description: 'change of the limit, earlier steps applied' }),
    limit: t.expose('limit', { type: 'BigInt', description: 'the limit after it' }),
    memberCount: t.int({ resolve: ({ accounts }) => accounts.length }),
    members: t.field({
      type: [AccountRef],
      complexity: { field: 1, multiplier: 5 },
      description: 'at most 20 of those concerned',
      resolve: ({ accounts, view }) => accounts.slice(0, 20).map((id) => ({ id, view })),
    }),
  }),
});

const ForecastRef = builder.objectRef<Forecast>('LimitForecast').implement({
  description:
    'What the rows of the chain already tell of the next weeks of a stake limit, as of the newest sweep: everything that is not due is taken to stay as it is.',
  fields: (t) => ({
    until: t.exposeInt('until', { description: 'last block looked at, by the block time' }),
    steps: t.field({
      type: [ForecastStepRef],
      complexity: { field: 1, multiplier: 20 },
      description: 'in the order of slots',
      resolve: ({ steps, view }) => steps.map((step) => ({ ...step, view })),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ view, steps }) =>
        figuresOf({
          steps: derivedReceipt(
            view,
            'For each slot the exact stake limit with what falls due in it and before, minus the one without what falls due in it.',
            {
              sources: ['Swork.Identities', 'Swork.Codes', 'Market.FilesV2'].map(mapSource),
              rowCount: steps.reduce((all, { count }) => all + count, 0),
            },
          ),
        }),
    }),
  }),
});

builder.objectFields(ValidatorRef, (t) => ({
  limitForecast: t.field({
    type: ForecastRef,
    complexity: { field: 5, multiplier: 1 },
    args: { days: t.arg.int({ defaultValue: MAX_DAYS }) },
    resolve: (v, { days }, ctx) => loadForecast(ctx, v.id, v.view, readCount('days', days ?? MAX_DAYS, MAX_DAYS)),
  }),
}));
