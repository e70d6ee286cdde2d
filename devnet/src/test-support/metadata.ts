import {
  bytes,
  type Codec,
  compact32,
  encodeHex,
  type Hex,
  option,
  struct,
  u8,
  u32,
  unit,
  variants,
  vec,
} from '../codec/scale';

const text: Codec<string> = {
  enc: (out, value) => bytes.enc(out, `0x${Buffer.from(value).toString('hex')}`),
  dec: (input) => Buffer.from(bytes.dec(input).slice(2), 'hex').toString(),
};
const docs = vec(text);
const argument = struct({ name: text, type: text });
const entryType = variants({
  Plain: text,
  Map: struct({ hasher: u8, key: text, value: text, unused: u8 }),
});
const entry = struct({ name: text, modifier: u8, type: entryType, fallback: bytes, docs });
const moduleCodec = struct({
  name: text,
  storage: option(struct({ prefix: text, items: vec(entry) })),
  calls: option(vec(struct({ name: text, args: vec(argument), docs }))),
  events: option(vec(struct({ name: text, args: vec(text), docs }))),
  constants: vec(unit),
  errors: vec(unit),
  index: u8,
});
const prefixed = struct({
  magic: u32,
  version: u8,
  modules: vec(moduleCodec),
  extrinsicVersion: u8,
  signedExtensions: vec(text),
});

const BLAKE2_128_CONCAT = 2;
const TWOX_64_CONCAT = 5;
const DEFAULT = 1;
const OPTIONAL = 0;

const plain = (name: string, type: string, fallback: Hex) => ({
  name,
  modifier: DEFAULT,
  type: { tag: 'Plain', value: type } as const,
  fallback,
  docs: [],
});
const mapped = (name: string, hasher: number, key: string, value: string, modifier: number, fallback: Hex) => ({
  name,
  modifier,
  type: { tag: 'Map', value: { hasher, key, value, unused: 0 } } as const,
  fallback,
  docs: [],
});
const pallet = { calls: null, events: null, constants: [], errors: [] };

/**
 * Metadata V12 of a runtime just large enough for a test chain: System, Timestamp and the map of Swork whose values
 * need Crust's own types. `extraItem` adds one more storage item, as an upgrade might.
 */
export function tinyMetadata(extraItem?: string): Hex {
  const extra = extraItem === undefined ? [] : [plain(extraItem, 'u32', '0x00000000')];
  const accountInfo: Hex = `0x${'00'.repeat(76)}`;
  return encodeHex(prefixed, {
    magic: 0x6174656d,
    version: 12,
    modules: [
      {
        ...pallet,
        name: 'System',
        index: 0,
        storage: {
          prefix: 'System',
          items: [
            mapped('Account', BLAKE2_128_CONCAT, 'AccountId', 'AccountInfo<Index, AccountData>', DEFAULT, accountInfo),
            plain('Number', 'BlockNumber', '0x00000000'),
            plain('Events', 'Vec<EventRecord<Event, Hash>>', '0x00'),
            ...extra,
          ],
        },
        events: [{ name: 'ExtrinsicSuccess', args: ['DispatchInfo'], docs: [] }],
      },
      {
        ...pallet,
        name: 'Timestamp',
        index: 3,
        storage: { prefix: 'Timestamp', items: [plain('Now', 'Moment', '0x0000000000000000')] },
        calls: [{ name: 'set', args: [{ name: 'now', type: 'Compact<Moment>' }], docs: [] }],
      },
      {
        ...pallet,
        name: 'Swork',
        index: 25,
        storage: {
          prefix: 'Swork',
          items: [mapped('Identities', TWOX_64_CONCAT, 'AccountId', 'Identity', OPTIONAL, '0x00')],
        },
      },
    ],
    extrinsicVersion: 4,
    signedExtensions: ['CheckSpecVersion', 'CheckTxVersion', 'CheckGenesis', 'CheckMortality', 'CheckNonce'],
  });
}

/** An extrinsic `timestamp.set(moment)`, length prefix included. */
export function timestampSet(momentMs: bigint): Hex {
  const call = struct({ version: u8, pallet: u8, call: u8 });
  const moment = encodeHex(
    { enc: (out, value: bigint) => out.compact(value), dec: (input) => input.compact() },
    momentMs,
  );
  const body = `${encodeHex(call, { version: 4, pallet: 3, call: 0 })}${moment.slice(2)}` as Hex;
  return `${encodeHex(compact32, body.length / 2 - 1)}${body.slice(2)}` as Hex;
}
