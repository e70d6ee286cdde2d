import { asciiToBytes, bytesToHex } from '@moho/protocol/base';
import { blake2b } from '@noble/hashes/blake2';
import { type Fields, row } from '../write/entities';
import type { RecordContext } from './context';

/** Who a report or a judgement is about. */
export type Who = Pick<Fields<'Reporter'>, 'account' | 'owner' | 'anchor' | 'pubKey'>;

const ID_BYTES = 16;

/** A short id of any bytes: a key in a refused call can be as long as its caller likes. */
export const shortHash = (bytes: Uint8Array): string => bytesToHex(blake2b(bytes, { dkLen: ID_BYTES }));

const idOf = ({ account, owner, anchor, pubKey }: Who): string =>
  shortHash(asciiToBytes([account, owner, anchor, pubKey].map((part) => part ?? '').join(' ')));

/** The number that stands for all four; a row is made when they are first seen together. Changes the cursor. */
export const reporterNumber = async (
  who: Who,
  { changes, cursor }: Pick<RecordContext, 'changes' | 'cursor'>,
): Promise<number> => {
  const id = idOf(who);
  const known = await changes.get('Reporter', id);
  if (known) return known.number;
  const number = (cursor.reporterCount ?? 0) + 1;
  cursor.reporterCount = number;
  changes.put(row('Reporter', { id, number, ...who }));
  return number;
};
