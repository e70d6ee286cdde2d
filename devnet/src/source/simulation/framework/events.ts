import { type AnyCodec, encodeHex, type Hex, tuple, type Values } from '../../../codec/scale';
import { notInSpec, type PalletName, type RuntimeSpec, specIndex } from './spec';

/** An event as stored in System.Events, with its payload kept for pallets that must look back (e.g. tests, economy). */
export interface EventRecord {
  readonly pallet: PalletName;
  readonly name: string;
  readonly args: readonly unknown[];
  /** ApplyExtrinsic(i) as a number, else the phase's name */
  readonly phase: number | 'Initialization' | 'Finalization';
  readonly encoded: Hex;
}

export interface EventLog {
  phase: EventRecord['phase'];
  readonly records: EventRecord[];
}

type Fields = Record<string, readonly AnyCodec[]>;
export type Emitters<F extends Fields> = { readonly [K in keyof F]: (...args: Values<F[K]>) => void };

/**
 * Emitters of a pallet's events by name: `emit.Bonded(stash, amount)`. Argument codecs in metadata order.
 * An event that this spec does not have may be declared, but not emitted.
 */
export function palletEvents<const F extends Fields>(
  spec: RuntimeSpec,
  log: EventLog,
  pallet: PalletName,
  fields: F,
): Emitters<F> {
  const out: Record<string, (...args: unknown[]) => void> = {};
  for (const [name, codecs] of Object.entries(fields)) {
    const codec = tuple(...codecs);
    const at = specIndex(spec, pallet, 'events', name);
    const head = at === undefined ? undefined : byte(at[0]) + byte(at[1]);
    out[name] = (...args) => {
      if (head === undefined) throw notInSpec(spec, pallet, name);
      const encoded: Hex = `0x${head}${encodeHex(codec, args).slice(2)}`;
      log.records.push({ pallet, name, args, phase: log.phase, encoded });
    };
  }
  return out as Emitters<F>;
}

const byte = (value: number) => value.toString(16).padStart(2, '0');
const le32 = (value: number) => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer.toString('hex');
};

/** One EventRecord<Event, Hash> without topics. */
export function encodeRecord(record: EventRecord): Hex {
  const { phase } = record;
  const head = typeof phase === 'number' ? `00${le32(phase)}` : phase === 'Finalization' ? '01' : '02';
  return `0x${head}${record.encoded.slice(2)}00`;
}
