import { addressOf } from '../scale/reader';
import { decodeCall } from './calls';
import type { BlockFacts, EventFact, ExtrinsicFact, Json, Phase } from './facts';
import { type ChainEvent, type ChainRegistry, type RuntimeNames, runtimeNames } from './names';

/** The parts of SubQuery's block that are read. Each access crosses the sandbox, so values come over as one JSON text. */
export interface ChainExtrinsic {
  hash: { toHex(): string };
  isSigned: boolean;
  signer: { toHex(): string };
  nonce: { toString(): string };
  tip: { toString(): string };
  encodedLength: number;
  method: { toString(): string };
}
export interface ChainBlock {
  block: {
    header: {
      number: { toNumber(): number };
      hash: { toHex(): string };
      parentHash: { toHex(): string };
      digest: { logs: { toHex(): string }[] };
    };
    extrinsics: ChainExtrinsic[];
  };
  events: ChainEvent[];
  timestamp?: Date;
  specVersion: number;
}

const decodePhase = (text: string): { phase: Phase; extrinsicIndex: number | null } => {
  const json = JSON.parse(text.startsWith('{') || text.startsWith('"') ? text : `"${text}"`) as
    | string
    | { applyExtrinsic?: number; initialization?: null; finalization?: null };
  if (typeof json === 'object' && json.applyExtrinsic !== undefined) {
    return { phase: 'EXTRINSIC', extrinsicIndex: json.applyExtrinsic };
  }
  const name = typeof json === 'string' ? json : (Object.keys(json)[0] ?? '');
  return { phase: /^init/i.test(name) ? 'INITIALIZATION' : 'FINALIZATION', extrinsicIndex: null };
};

const decodeEvent = (event: ChainEvent, index: number, names: RuntimeNames): EventFact => {
  const { pallet, name, types, outcomeAt } = names.event(event);
  const args = types.length === 0 ? [] : (JSON.parse(event.event.data.toString()) as Json[]);
  return {
    index,
    ...decodePhase(event.phase.toString()),
    pallet,
    name,
    types,
    args,
    error: outcomeAt < 0 ? null : outcomeError(args[outcomeAt], names),
  };
};

/** `pallet.ErrorName` of a module error, otherwise the dispatch error's own name. */
export const errorName = (error: Json | undefined, names: Pick<RuntimeNames, 'error'>): string => {
  if (error !== null && typeof error === 'object' && !Array.isArray(error)) {
    const { module } = error;
    if (module !== null && typeof module === 'object' && !Array.isArray(module)) {
      return names.error(Number(module.index), Number(module.error));
    }
    const [name] = Object.keys(error);
    return name ? name.charAt(0).toUpperCase() + name.slice(1) : 'Unknown';
  }
  return typeof error === 'string' ? error : 'Unknown';
};

/** The error in a DispatchError or a DispatchResult (`{ok}` or `{err}`), by name; null for a success. */
export const outcomeError = (outcome: Json | undefined, names: Pick<RuntimeNames, 'error'>): string | null => {
  if (outcome !== null && typeof outcome === 'object' && !Array.isArray(outcome)) {
    if ('ok' in outcome) return null;
    if ('err' in outcome) return errorName(outcome.err, names);
  }
  return errorName(outcome, names);
};

const outcomeOf = (events: EventFact[], names: RuntimeNames): { success: boolean; error: string | null } => {
  for (const event of events) {
    if (event.pallet !== 'system') continue;
    if (event.name === 'ExtrinsicSuccess') return { success: true, error: null };
    if (event.name === 'ExtrinsicFailed') return { success: false, error: errorName(event.args[0], names) };
  }
  throw new Error('it has neither ExtrinsicSuccess nor ExtrinsicFailed');
};

const decodeExtrinsic = (
  extrinsic: ChainExtrinsic,
  index: number,
  events: EventFact[],
  names: RuntimeNames,
): ExtrinsicFact => {
  const signed = extrinsic.isSigned;
  const signer = signed ? addressOf(extrinsic.signer.toHex()) : null;
  return {
    index,
    hash: extrinsic.hash.toHex(),
    signer,
    nonce: signed ? Number(extrinsic.nonce.toString()) : null,
    tip: signed ? BigInt(extrinsic.tip.toString()) : null,
    lengthBytes: extrinsic.encodedLength,
    ...decodeCall(JSON.parse(extrinsic.method.toString()) as Json, signer, names),
    ...outcomeOf(events, names),
  };
};

/** 0x06 "BABE", then the length, the kind of claim (1 primary, 2 and 3 secondary) and the authority index, u32. */
const BABE_PRE_RUNTIME = '0x0642414245';
const authorIndexOf = (logs: ArrayLike<{ toHex(): string }>): number | null => {
  for (let i = 0; i < logs.length; i++) {
    const log = (logs[i] as { toHex(): string }).toHex();
    if (!log.startsWith(BABE_PRE_RUNTIME)) continue;
    const at = BABE_PRE_RUNTIME.length + (Number.parseInt(log.slice(12, 14), 16) & 3 ? 4 : 2) + 2;
    const [a, b, c, d] = [0, 2, 4, 6].map((offset) => Number.parseInt(log.slice(at + offset, at + offset + 2), 16));
    return ((a as number) | ((b as number) << 8) | ((c as number) << 16) | ((d as number) << 24)) >>> 0;
  }
  return null;
};

/** A block as facts, decoded with the runtime that executed it (that of its parent's state). Errors name the extrinsic. */
export const decodeBlock = (chain: ChainBlock, registry: ChainRegistry): BlockFacts => {
  const { header, extrinsics } = chain.block;
  const names = runtimeNames(registry);
  const events: EventFact[] = [];
  const ofExtrinsic: EventFact[][] = [];
  for (let i = 0; i < chain.events.length; i++) {
    const event = decodeEvent(chain.events[i] as ChainEvent, i, names);
    events.push(event);
    if (event.extrinsicIndex !== null) {
      ofExtrinsic[event.extrinsicIndex] ??= [];
      ofExtrinsic[event.extrinsicIndex]?.push(event);
    }
  }
  const decoded: ExtrinsicFact[] = [];
  for (let i = 0; i < extrinsics.length; i++) {
    try {
      decoded.push(decodeExtrinsic(extrinsics[i] as ChainExtrinsic, i, ofExtrinsic[i] ?? [], names));
    } catch (cause) {
      throw new Error(`extrinsic ${i}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }
  if (!chain.timestamp) throw new Error('the block has no timestamp');
  return {
    number: header.number.toNumber(),
    hash: header.hash.toHex(),
    parentHash: header.parentHash.toHex(),
    time: new Date(chain.timestamp.getTime()),
    spec: chain.specVersion,
    authorIndex: authorIndexOf(header.digest.logs),
    extrinsics: decoded,
    events,
  };
};
