import { type Hex, hexToBytes, utf8ToText } from '@moho/protocol/base';
import { blakeAccount, prefixOf } from '../scale/keys';
import type { ScaleReader } from '../scale/reader';
import { row } from '../write/entities';
import type { Mirror } from './mirror';
import { single } from './single';

export const SUPER_OF = prefixOf('Identity', 'SuperOf');

export const superOfKey = (account: string): string => SUPER_OF + blakeAccount(account);

const RAW_DATA_MAX = 33;

/** Identity's `Data`: kind 0 none, 1 to 33 that many bytes less one, above a 32-byte hash. */
const readRaw = (r: ScaleReader): { kind: number; bytes: Hex } => {
  const kind = r.u8();
  return { kind, bytes: r.fixed(kind > RAW_DATA_MAX ? 32 : Math.max(0, kind - 1)) };
};

/** A `Data` when it is text. */
export const readData = (r: ScaleReader): string | undefined => {
  const { kind, bytes } = readRaw(r);
  return kind === 0 || kind > RAW_DATA_MAX ? undefined : (utf8ToText(hexToBytes(bytes)) ?? undefined);
};

/** A `Data` as the chain stores it. */
const readDataHex = (r: ScaleReader): Hex => {
  const { kind, bytes } = readRaw(r);
  return `0x${kind.toString(16).padStart(2, '0')}${bytes.slice(2)}`;
};

export const identityMirrors: Mirror[] = [
  single({
    name: 'Identity.SuperOf',
    prefix: SUPER_OF,
    main: 'SubIdentity',
    keyOf: superOfKey,
    read: (id, r) => row('SubIdentity', { id, superAccount: r.account(), nameData: readDataHex(r) }),
  }),
];
