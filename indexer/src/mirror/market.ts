import { blake2b256, bytesToHex, hexToBytes, utf8ToText } from '@moho/protocol/base';
import { prefixOf, twoxBytes } from '../scale/keys';
import { createReader, readAll, type ScaleReader } from '../scale/reader';
import { type Fields, type Row, row } from '../write/entities';
import { afterHash, type Mirror } from './mirror';

export const FILES = prefixOf('Market', 'Files');
export const FILES_V2 = prefixOf('Market', 'FilesV2');

/** Key of a file in the map of specs 1 to 16, and in the one of specs ≥ 17. */
export const fileKey = (cidHex: string): string => FILES + twoxBytes(cidHex);
export const fileV2Key = (cidHex: string): string => FILES_V2 + twoxBytes(cidHex);

/** The id of a file: its CID text; anything but 1 to 128 letters and digits is "~" and the blake2-256 of its bytes. */
export const fileId = (cidHex: string): string => {
  const bytes = hexToBytes(cidHex);
  const text = bytes.length <= 128 ? utf8ToText(bytes) : null;
  return text !== null && /^[0-9A-Za-z]{1,128}$/.test(text) ? text : `~${bytesToHex(blake2b256(bytes)).slice(2)}`;
};

/** CID bytes (hex) in a file's storage key. */
export const cidOfKey = (key: string): string => createReader(afterHash(key, 8)).bytes();

type FileFields = Fields<'File'>;
type ReplicaFields = Fields<'Replica'>;
type ReplicaValue = Pick<ReplicaFields, 'who' | 'validAt' | 'anchor' | 'isReported' | 'createdAt'>;

const readReplica = (r: ScaleReader, hasCreatedAt: boolean): ReplicaValue => ({
  who: r.account(),
  validAt: r.u32(),
  anchor: r.bytes(),
  isReported: r.bool(),
  createdAt: hasCreatedAt ? (r.option(r.u32) ?? undefined) : undefined,
});

const listRows = (id: string, values: ReplicaValue[]): Row[] => {
  const seen = new Map<string, number>();
  return values.map((value, position) => {
    // one anchor may stand twice in the list of the oldest specs: the second row gets a number
    const times = (seen.get(value.anchor) ?? 0) + 1;
    seen.set(value.anchor, times);
    const suffix = times === 1 ? '' : `-${times}`;
    return row('Replica', { id: `${id}-${value.anchor}${suffix}`, fileId: id, owner: undefined, position, ...value });
  });
};

const base = (cidHex: string) => ({ id: fileId(cidHex), cidHex });
const NO_USED = { usedSizeBytes: undefined, reportedGroupCount: undefined, usedGroups: undefined };

/** Specs 1 and 2: (FileInfo, UsedInfo), plain amounts. */
const readGeneration1 = (cidHex: string, r: ScaleReader): Row[] => {
  const file = {
    sizeBytes: r.u64(),
    expiredAt: blockOf(r),
    calculatedAt: blockOf(r),
    amount: r.u128(),
    prepaid: r.u128(),
    reportedReplicaCount: r.u32(),
  };
  const replicas = r.vec(() => readReplica(r, false));
  const fields: FileFields & { id: string } = {
    ...base(cidHex),
    generation: 1,
    spower: undefined,
    remainingPaidCount: undefined,
    ...file,
    usedSizeBytes: r.u64(),
    reportedGroupCount: r.u32(),
    usedGroups: JSON.stringify(r.vec(() => [r.bytes(), r.bool()])),
  };
  return [row('File', fields), ...listRows(fields.id, replicas)];
};

const LAST_BLOCK = 2 ** 31 - 1;
/**
 * A block of a file. Where spec 3 read on rows of the first market, blocks stand where an amount stood, of up to 32 bits;
 * the index's blocks have 31, which no chain lives to see.
 */
const blockOf = (r: ScaleReader): number => Math.min(r.u32(), LAST_BLOCK);

const readCommon = (r: ScaleReader) => ({
  sizeBytes: r.u64(),
  spower: r.u64(),
  expiredAt: blockOf(r),
  calculatedAt: blockOf(r),
  amount: r.compact(),
  prepaid: r.compact(),
  reportedReplicaCount: r.u32(),
});

/** Specs 3 to 16: FileInfo with a list of replicas. */
const readGeneration3 = (cidHex: string, r: ScaleReader): Row[] => {
  const common = readCommon(r);
  const replicas = r.vec(() => readReplica(r, true));
  const file = row('File', { ...base(cidHex), generation: 3, remainingPaidCount: undefined, ...common, ...NO_USED });
  return [file, ...listRows(file.fields.id, replicas)];
};

/** Specs ≥ 17: FileInfoV2, replicas keyed by group owner. */
const readOwned = (r: ScaleReader) => ({
  head: { ...readCommon(r), remainingPaidCount: r.u32() },
  replicas: r.vec(() => ({ owner: r.account(), ...readReplica(r, true) })),
});

const readGeneration17 = (cidHex: string, r: ScaleReader): Row[] => {
  const { head, replicas } = readOwned(r);
  const file = row('File', { ...base(cidHex), generation: 17, ...head, ...NO_USED });
  const { id } = file.fields;
  return [
    file,
    ...replicas.map((replica, position) =>
      row('Replica', { id: `${id}-${replica.owner}`, fileId: id, position, ...replica }),
    ),
  ];
};

/**
 * A row keeps the encoding of the runtime that last wrote it (crust-protocol §10.2 #23), so the generation is told by the
 * bytes: the one that reads them all. The two layouts of `Files` never fit the same bytes.
 */
const readFiles = (cidHex: string, raw: string): Row[] => {
  try {
    return readAll(raw, (r) => readGeneration3(cidHex, r));
  } catch {
    return readAll(raw, (r) => readGeneration1(cidHex, r));
  }
};

/**
 * An order in spec 17 for a file of the older map: calls know the later row alone, machines report for the older one
 * alone, so that this one has no replicas. Moving the older row takes its place, with its money (crust-protocol §10.2 #12).
 */
const laterRows = (cidHex: string, raw: string): Row[] => [
  row('LaterFile', { ...base(cidHex), ...readAll(raw, readOwned).head }),
];

const fileMirror = (name: string, prefix: string, rows: (cidHex: string, raw: string) => Row[]): Mirror => ({
  name,
  prefix,
  main: 'File',
  rows: (key, raw) => rows(cidOfKey(key), raw),
  stored: async (key, store) => {
    const id = fileId(cidOfKey(key));
    const file = await store.get('File', id);
    // the two maps share the entity: a row belongs to the map its generation says
    const isV2 = file !== undefined && (file.fields as FileFields).generation === 17;
    if (file && isV2 === (prefix === FILES_V2)) return [file, ...(await store.children('Replica', 'fileId', id))];
    const later = file && prefix === FILES_V2 ? await store.get('LaterFile', id) : undefined;
    return later ? [later] : [];
  },
  keyOf: (_, stored) => {
    const file = stored.fields as FileFields;
    return (file.generation === 17) === (prefix === FILES_V2) ? prefix + twoxBytes(file.cidHex) : null;
  },
});

export const marketMirrors: Mirror[] = [
  fileMirror('Market.Files', FILES, readFiles),
  {
    ...fileMirror('Market.FilesV2', FILES_V2, (cidHex, raw) => readAll(raw, (r) => readGeneration17(cidHex, r))),
    shadow: { key: (key) => fileKey(cidOfKey(key)), rows: (key, raw) => laterRows(cidOfKey(key), raw) },
  },
];
