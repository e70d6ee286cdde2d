import { type EventFact, toBigInt, toText } from '../../decode/facts';
import { fileId } from '../../mirror/market';
import { row } from '../../write/entities';
import type { RecordContext } from '../context';
import { type Credit, ownerCredits } from '../owners';
import type { Movement } from '../pot/movements';
import { readPrices } from '../prices';
import { feesOfOrder, unseenTips } from './fees';
import { type FileChange, fileChange, fileChanges, laterChanges } from './files';
import { legsBefore, paidFromStorage } from './legs';
import { createLifeLine, type LifeLine, reduceSilentFileEvents } from './life';
import { groupEvents, type OrderCall, orderCalls, renewalStoragePart, takeOrderCall } from './orders';

interface Scene {
  context: RecordContext;
  files: Map<string, FileChange>;
  /** the same of the later rows of files that both maps hold */
  later: Map<string, FileChange>;
  /** whether the file has a row at this point of the block */
  exists: Map<string, boolean>;
  line: LifeLine;
  movements: Movement[];
  credits: Credit[];
}

interface At {
  event: EventFact;
  events: EventFact[];
  position: number;
  calls: OrderCall[];
  signer: string | null;
}

const place = (event: EventFact) => ({ extrinsicIndex: event.extrinsicIndex ?? undefined, eventIndex: event.index });

const reduceOrder = async (at: At, scene: Scene): Promise<void> => {
  const { event, calls, signer } = at;
  const { facts, changes } = scene.context;
  const renewal = event.name === 'RenewFileSuccess';
  const account = toText(event.args[0]);
  const cidHex = toText(event.args[1]);
  const id = fileId(cidHex);
  const file = await fileChange(cidHex, scene.files, scene.context);
  // of a file that both maps hold, orders know the later row alone
  const change = scene.later.get(id) ?? file;
  const isSecond = change !== file && change.before === undefined;
  const existed = scene.exists.get(id) ?? (change.before ?? file.before) !== undefined;
  scene.exists.set(id, true);
  const kind = renewal ? 'RENEW' : existed ? 'EXTEND' : 'NEW';
  const legs = legsBefore(at.events, at.position);
  const call = renewal ? undefined : takeOrderCall(calls, cidHex, account, legs);
  const sizeBytes = change.after?.sizeBytes ?? change.before?.sizeBytes ?? call?.givenSizeBytes ?? 0n;
  const charged =
    kind === 'NEW' || isSecond
      ? (call?.givenSizeBytes ?? BigInt(sizeBytes))
      : BigInt(change.before?.sizeBytes ?? sizeBytes);
  const fees = feesOfOrder({ legs, charged, renewal }, scene.context);
  const priced = fees ?? readPrices(scene.context);
  const storagePart = renewal && priced ? renewalStoragePart(charged, priced, facts.spec) : legs.storage;
  changes.put(
    row('StorageOrder', {
      id: `${facts.number}-${event.index}`,
      fileId: id,
      cidHex,
      kind: kind as never,
      account,
      payer: legs.payer ?? account,
      signer: signer ?? undefined,
      givenSizeBytes: call?.givenSizeBytes,
      sizeBytes: BigInt(sizeBytes),
      tips: call?.tips ?? (renewal ? undefined : (unseenTips({ legs, charged }, scene.context) ?? undefined)),
      memo: call?.memo ?? undefined,
      reservedPart: legs.reserved,
      stakingPart: legs.staking,
      storagePart,
      ...fees,
      wrapped: call?.wrapped ?? false,
      block: facts.number,
      extrinsicIndex: event.extrinsicIndex ?? undefined,
      eventIndex: event.index,
      time: facts.time,
    }),
  );
  scene.line.add(kind === 'NEW' ? 'ORDERED' : kind === 'EXTEND' ? 'EXTENDED' : 'RENEWED', id, {
    account,
    amount: legs.reserved + legs.staking + storagePart,
    value: kind === 'NEW' ? BigInt(sizeBytes) : BigInt(file.after?.expiredAt ?? 0),
    ...place(event),
  });
};

const reduceSettlement = async (
  { event, events, position, signer }: At,
  { files, exists, line, context }: Scene,
): Promise<void> => {
  const cidHex = toText(event.args[0]);
  const id = fileId(cidHex);
  const change = await fileChange(cidHex, files, context);
  const paid = paidFromStorage(events, position);
  // up to spec 16 whoever calls for a renewal gets 5 % of its price: that is no liquidation (crust-protocol §6.2)
  const lastOfMarket = events.slice(0, position).findLast((earlier) => earlier.pallet === 'market');
  const renewed = lastOfMarket?.name === 'RenewFileSuccess';
  if (paid && !(renewed && context.facts.spec < 17))
    line.add('LIQUIDATED', id, { account: paid.to, amount: paid.amount, ...place(event) });
  line.add('SETTLED', id, { account: signer ?? undefined, ...place(event) });
  // up to spec 22 a file is closed without an event: its row is gone (crust-protocol §2.2)
  if (context.facts.spec < 23 && change.before && !change.after && exists.get(id) !== false) {
    exists.set(id, false);
    line.add('CLOSED', id, { account: signer ?? undefined, ...place(event) });
  }
};

const reduceIllegal = (event: EventFact, { exists, line, movements, credits }: Scene): void => {
  const cidHex = toText(event.args[0]);
  const id = fileId(cidHex);
  exists.set(id, false);
  const credit = credits.find((one) => one.isIllegal && one.cidHex === cidHex);
  const moved = movements.find((one) => one.kind === 'ILLEGAL_TO_RESERVED' && one.cidHex === cidHex);
  line.add('ILLEGAL', id, { owner: credit?.owner, amount: credit?.amount ?? -(moved?.amount ?? 0n), ...place(event) });
};

const reduceEvent = async (at: At, scene: Scene): Promise<void> => {
  const { event, events, position } = at;
  const { facts, changes } = scene.context;
  switch (event.name) {
    case 'FileSuccess':
    case 'RenewFileSuccess':
      return reduceOrder(at, scene);
    case 'CalculateSuccess':
      return reduceSettlement(at, scene);
    case 'AddPrepaidSuccess': {
      const id = fileId(toText(event.args[1]));
      return scene.line.add('PREPAID', id, {
        account: toText(event.args[0]),
        amount: toBigInt(event.args[2]),
        ...place(event),
      });
    }
    case 'FileClosed': {
      const id = fileId(toText(event.args[0]));
      scene.exists.set(id, false);
      return scene.line.add('CLOSED', id, place(event));
    }
    case 'IllegalFileClosed':
      return reduceIllegal(event, scene);
    case 'RewardMerchantSuccess': {
      const account = toText(event.args[0]);
      changes.put(
        row('MerchantPayment', {
          id: `${facts.number}-${event.index}`,
          account,
          amount: paidFromStorage(events, position)?.amount ?? 0n,
          block: facts.number,
          extrinsicIndex: event.extrinsicIndex ?? undefined,
          eventIndex: event.index,
          time: facts.time,
        }),
      );
    }
  }
};

/** Orders, payments and the life line of files. */
export const reduceMarket = async (movements: Movement[], context: RecordContext): Promise<void> => {
  const { facts, isFirst, rebase } = context;
  const files = fileChanges(context);
  if (files.size === 0 && !facts.events.some((event) => event.pallet === 'market')) return;
  const line = createLifeLine(context);
  const later = laterChanges(context);
  const credits = await ownerCredits(movements, files, later, context);
  const scene: Scene = { context, files, later, exists: new Map(), line, movements, credits };
  for (const [index, events] of groupEvents(facts.events)) {
    const extrinsic = index === null ? undefined : facts.extrinsics[index];
    const calls = orderCalls(extrinsic);
    for (let position = 0; position < events.length; position++) {
      const event = events[position] as EventFact;
      if (event.pallet !== 'market') continue;
      await reduceEvent({ event, events, position, calls, signer: extrinsic?.signer ?? null }, scene);
    }
  }
  for (const { cidHex, owner, who, amount, placesLeft, extrinsicIndex } of credits)
    line.add('OWNER_PAID', fileId(cidHex), {
      account: who ?? undefined,
      owner,
      amount,
      value: placesLeft === null ? undefined : BigInt(placesLeft),
      extrinsicIndex: extrinsicIndex ?? undefined,
    });
  // rows that a migration or the genesis state brought are not things that happened in this block
  if (!isFirst && !rebase) reduceSilentFileEvents(files, line, context);
};
