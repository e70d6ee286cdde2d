import { fileId } from '../../mirror/market';
import { type Fields, row } from '../../write/entities';
import type { RecordContext } from '../context';
import { unseenTips } from '../market/fees';
import { fileChanges, laterChanges } from '../market/files';
import { groupEvents, orderCalls } from '../market/orders';
import { surroundings } from './classify';
import { type Movement, movementsOf, type Step, stepsOf } from './movements';
import { freeBalance, STORAGE_POT_KEY } from './state';

const idOf = ({ kind, event, n }: Movement, block: number): string =>
  event === null ? `${block}-${kind}` : `${block}-${event.index}-${n}`;

/** All steps of the block, extrinsic by extrinsic. */
const blockSteps = (context: RecordContext): Step[] => {
  const { facts } = context;
  // of a file that both maps hold, orders know the later row alone
  const files = new Map([...fileChanges(context), ...laterChanges(context)]);
  const chargedOf = (cid: string): bigint | undefined => {
    const change = files.get(fileId(cid));
    const size = (change?.before ?? change?.after)?.sizeBytes;
    return size === undefined ? undefined : BigInt(size);
  };
  return [...groupEvents(facts.events)].flatMap(([index, events]) => {
    const extrinsic = index === null ? undefined : facts.extrinsics[index];
    const about = surroundings(extrinsic?.calls ?? [], orderCalls(extrinsic), facts.spec, (order, legs) => {
      const charged = chargedOf(String(order.args[1]));
      return charged === undefined ? null : unseenTips({ legs, charged }, context);
    });
    return stepsOf(events, about);
  });
};

/** The movements of the storage pot in this block; none where nothing names it. */
export const potMovements = async (context: RecordContext): Promise<Movement[]> => {
  const { reader, changes, isFirst } = context;
  if (!reader.wasRead(STORAGE_POT_KEY)) return [];
  const stored = isFirst ? undefined : await changes.get('StoragePot', 'storage');
  return movementsOf(
    blockSteps(context),
    isFirst ? null : BigInt(stored?.free ?? 0n),
    freeBalance(reader.now(STORAGE_POT_KEY)),
  );
};

/** Writes the pot's movements and its balance. */
export const reducePot = async (movements: Movement[], context: RecordContext): Promise<void> => {
  const { facts, reader, changes } = context;
  if (!reader.wasRead(STORAGE_POT_KEY)) return;
  for (const movement of movements) {
    const { kind, amount, account, cidHex, event } = movement;
    changes.put(
      row('PotMovement', {
        id: idOf(movement, facts.number),
        kind: kind as unknown as Fields<'PotMovement'>['kind'],
        amount,
        account: account ?? undefined,
        fileId: cidHex === null ? undefined : fileId(cidHex),
        block: facts.number,
        extrinsicIndex: event?.extrinsicIndex ?? undefined,
        eventIndex: event?.index,
        time: facts.time,
      }),
    );
  }
  const raw = reader.now(STORAGE_POT_KEY);
  if (raw === null) {
    if (await changes.get('StoragePot', 'storage')) changes.remove('StoragePot', 'storage');
    return;
  }
  await changes.patch('StoragePot', { id: 'storage', free: 0n }, { free: freeBalance(raw) });
};
