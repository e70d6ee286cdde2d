import {
  accountId,
  type Codec,
  fixed,
  type Hex,
  option,
  struct,
  tuple,
  u32,
  u64,
  u128,
  unit,
  type Value,
  variants,
  vec,
} from '../../../../codec/scale';

/** bytes of a field that is given as such, and of the hashes that can stand for one */
const [MOST_BYTES, HASH_BYTES] = [32, 32];
const [FIRST_HASH, LAST_HASH] = [MOST_BYTES + 2, MOST_BYTES + 5];

/** Identity's `Data` as its encoding: its kind (none, so many raw bytes, one of four hashes) and its bytes. */
export const identityData: Codec<Hex> = {
  enc: (w, v) => w.hex(v),
  dec: (r) => {
    const kind = r.u8();
    if (kind > LAST_HASH) throw new Error(`there is no identity data of kind ${kind}`);
    const bytes = r.hex(kind === 0 ? 0 : kind < FIRST_HASH ? kind - 1 : HASH_BYTES);
    return `0x${kind.toString(16).padStart(2, '0')}${bytes.slice(2)}`;
  },
};
/** The data of a field that says `bytes`; none for an empty one. */
export function rawData(bytes: Hex): Hex {
  const length = (bytes.length - 2) / 2;
  if (length > MOST_BYTES) throw new Error(`an identity field holds at most ${MOST_BYTES} bytes, not ${length}`);
  const kind = length === 0 ? 0 : length + 1;
  return `0x${kind.toString(16).padStart(2, '0')}${bytes.slice(2)}`;
}

export const identityInfo = struct({
  additional: vec(tuple(identityData, identityData)),
  display: identityData,
  legal: identityData,
  web: identityData,
  riot: identityData,
  email: identityData,
  pgpFingerprint: option(fixed(20)),
  image: identityData,
  twitter: identityData,
});

/** An identity of nothing but a name and a site, both as bytes. */
export function plainIdentity(display: Hex, web: Hex = '0x'): Value<typeof identityInfo> {
  const none = rawData('0x');
  return {
    additional: [],
    display: rawData(display),
    legal: none,
    web: rawData(web),
    riot: none,
    email: none,
    pgpFingerprint: null,
    image: none,
    twitter: none,
  };
}

export const judgement = variants({
  Unknown: unit,
  /** asked for and paid: the fee is reserved */
  FeePaid: u128,
  Reasonable: unit,
  KnownGood: unit,
  OutOfDate: unit,
  LowQuality: unit,
  Erroneous: unit,
});
export type Judgement = Value<typeof judgement>;
/** a judgement that outlives a change of the identity */
export const isSticky = ({ tag }: Judgement): boolean => tag === 'FeePaid' || tag === 'Erroneous';

export const registration = struct({
  judgements: vec(tuple(u32, judgement)),
  deposit: u128,
  info: identityInfo,
});
export type Registration = Value<typeof registration>;
/** what is reserved for an identity, fees of judgements asked for included */
export const totalDeposit = ({ deposit, judgements }: Registration): bigint =>
  judgements.reduce((sum, [, given]) => (given.tag === 'FeePaid' ? sum + given.value : sum), deposit);

/** The judgements with this one in its registrar's place. */
export function withJudgement(
  list: Registration['judgements'],
  item: Registration['judgements'][number],
): Registration['judgements'] {
  return [...list.filter(([index]) => index !== item[0]), item].sort(([a], [b]) => a - b);
}

/** `fields`: what the registrar looks at, as bits */
export const registrarInfo = struct({ account: accountId, fee: u128, fields: u64 });
