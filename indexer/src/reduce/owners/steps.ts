import { type CallFact, type EventFact, type ExtrinsicFact, toBigInt, toText } from '../../decode/facts';
import type { RecordContext } from '../context';
import { feesOfOrder } from '../market/fees';
import type { FileChange } from '../market/files';
import { legsBefore } from '../market/legs';
import { groupEvents, orderCalls, renewalStoragePart, takeOrderCall } from '../market/orders';
import type { Movement } from '../pot/movements';
import { reportedReplicas, serviceReplicas, takeReportCall, takeServiceCall } from './calls';
import type { Step } from './replay';
import { ownerAfter } from './state';

/** Everything in the block that moved the money of files and owners, in the order it happened (spec ≥ 17). */

type ChangeOf = (cidHex: string) => FileChange | undefined;

interface Unmatched {
  orders: ReturnType<typeof orderCalls>;
  service: CallFact[];
  reports: CallFact[];
}

const unmatched = (extrinsic: ExtrinsicFact | undefined): Unmatched => {
  const called = (pallet: string, name: string): CallFact[] =>
    (extrinsic?.calls ?? []).filter((call) => call.pallet === pallet && call.call === name && !call.deferred);
  return {
    orders: orderCalls(extrinsic),
    service: called('market', 'update_replicas'),
    reports: called('swork', 'report_works'),
  };
};

const orderStep = (events: EventFact[], at: number, { orders }: Unmatched, changeOf: ChangeOf): Step => {
  const { args } = events[at] as EventFact;
  const cidHex = toText(args[1]);
  const legs = legsBefore(events, at);
  const given = takeOrderCall(orders, cidHex, toText(args[0]), legs)?.givenSizeBytes;
  const sizeBytes = given ?? BigInt(changeOf(cidHex)?.after?.sizeBytes ?? 0n);
  return { kind: 'order', cidHex, storage: legs.storage, sizeBytes };
};

const renewalStep = (events: EventFact[], at: number, changeOf: ChangeOf, context: RecordContext): Step => {
  const cidHex = toText((events[at] as EventFact).args[1]);
  const legs = legsBefore(events, at);
  const charged = BigInt(changeOf(cidHex)?.before?.sizeBytes ?? 0n);
  const fees = feesOfOrder({ legs, charged, renewal: true }, context);
  const storage = fees ? renewalStoragePart(charged, fees, context.facts.spec) : 0n;
  return { kind: 'renewed', cidHex, cost: legs.reserved + legs.staking + storage, storage };
};

const sworkSteps = (event: EventFact, { reports }: Unmatched, spec: number): Step[] => {
  const { name, args, extrinsicIndex } = event;
  switch (name) {
    case 'JoinGroupSuccess':
      return [{ kind: 'group', who: toText(args[0]), owner: toText(args[1]) }];
    case 'QuitGroupSuccess':
    case 'KickOutSuccess':
      return [{ kind: 'group', who: toText(args[0]), owner: null }];
    case 'WorksReportSuccess': {
      // from 23 on a report only queues its files for the spower service
      const call = spec < 23 ? takeReportCall(reports, event) : undefined;
      return call ? reportedReplicas(call, toText(args[0]), extrinsicIndex ?? 0) : [];
    }
    default:
      return [];
  }
};

const stepsAt = (
  events: EventFact[],
  at: number,
  calls: Unmatched,
  changeOf: ChangeOf,
  context: RecordContext,
): Step[] => {
  const event = events[at] as EventFact;
  const { pallet, name, args, extrinsicIndex } = event;
  if (pallet === 'benefits') {
    const account = toText(args[0]);
    return [{ kind: 'funds', account, active: ownerAfter(account, context).active }];
  }
  if (pallet === 'swork') return sworkSteps(event, calls, context.facts.spec);
  if (pallet !== 'market') return [];
  switch (name) {
    case 'FileSuccess':
      return [orderStep(events, at, calls, changeOf)];
    case 'RenewFileSuccess':
      return [renewalStep(events, at, changeOf, context)];
    case 'AddPrepaidSuccess':
      return [{ kind: 'prepaid', cidHex: toText(args[1]), amount: toBigInt(args[2]) }];
    case 'CalculateSuccess':
      return [{ kind: 'settled', cidHex: toText(args[0]) }];
    case 'RewardMerchantSuccess':
      return [{ kind: 'cashed', account: toText(args[0]) }];
    case 'UpdateReplicasSuccess': {
      const call = takeServiceCall(calls.service, event);
      return call ? serviceReplicas(call, extrinsicIndex ?? 0) : [];
    }
    default:
      return [];
  }
};

export const ownerSteps = (movements: Movement[], changeOf: ChangeOf, context: RecordContext): Step[] => {
  const liquidations = new Map(
    movements.flatMap(({ kind, event, cidHex }) =>
      kind === 'LIQUIDATOR' && event && cidHex ? [[event.index, cidHex] as const] : [],
    ),
  );
  const { facts } = context;
  return [...groupEvents(facts.events)].flatMap(([index, events]) => {
    const calls = unmatched(index === null ? undefined : facts.extrinsics[index]);
    return events.flatMap((event, at): Step[] => {
      const cidHex = liquidations.get(event.index);
      if (cidHex !== undefined) return [{ kind: 'liquidated', cidHex }];
      return stepsAt(events, at, calls, changeOf, context);
    });
  });
};
