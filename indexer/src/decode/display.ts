import type { Json } from './facts';

/**
 * Brings decoded values to the one form the index stores: integers wider than 32 bits as decimal text (polkadot.js gives
 * a number, or hex beyond 2^53, depending on the value), everything else as it is.
 */
const WIDE =
  /^(?:u64|u128|u256|i64|i128|Balance|BalanceOf|Moment|BalanceOf<.*>|PalletBalanceOf|ReportSlot|DepositNonce|U256)$/;
const MAX_TEXT = 4096;

type Shape = { kind: 'wide' } | { kind: 'list'; of: Shape } | { kind: 'tuple'; of: Shape[] } | { kind: 'as-is' };

const AS_IS: Shape = { kind: 'as-is' };

/** Splits `A,B<C,D>,(E,F)` at the commas of the outermost level. */
const splitTypes = (text: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '<' || char === '(' || char === '[') depth++;
    else if (char === '>' || char === ')' || char === ']') depth--;
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim());
};

const parseShape = (type: string): Shape => {
  if (WIDE.test(type)) return { kind: 'wide' };
  if (type.startsWith('(') && type.endsWith(')')) {
    const of = splitTypes(type.slice(1, -1)).map(parseShape);
    return of.every((shape) => shape.kind === 'as-is') ? AS_IS : { kind: 'tuple', of };
  }
  const generic = /^(Compact|Option|Vec)<(.*)>$/.exec(type);
  if (!generic) return AS_IS;
  const inner = parseShape(generic[2] as string);
  if (inner.kind === 'as-is') return AS_IS;
  return generic[1] === 'Vec' ? { kind: 'list', of: inner } : inner;
};

// type texts of a runtime are a few hundred; a pure memo
const shapes = new Map<string, Shape>();
const shapeOf = (type: string): Shape => {
  let shape = shapes.get(type);
  if (!shape) {
    shape = parseShape(type);
    shapes.set(type, shape);
  }
  return shape;
};

const apply = (shape: Shape, value: Json): Json => {
  if (value === null) return null;
  switch (shape.kind) {
    case 'as-is':
      return value;
    case 'wide':
      return typeof value === 'number' || (typeof value === 'string' && value.startsWith('0x'))
        ? BigInt(value).toString()
        : value;
    case 'list':
      return Array.isArray(value) ? value.map((item) => apply(shape.of, item)) : value;
    case 'tuple':
      return Array.isArray(value) ? value.map((item, i) => apply(shape.of[i] ?? AS_IS, item)) : value;
  }
};

/** A decoded value of this type, ready to be stored as JSON. */
export const displayValue = (type: string, value: Json): Json => apply(shapeOf(type), value);

/** Strings over 4 KiB (set_code, metadata blobs) are cut and say so; everything shorter is untouched. */
export const cutLongText = (value: Json): Json => {
  if (typeof value === 'string') {
    return value.length <= MAX_TEXT ? value : `${value.slice(0, MAX_TEXT)}… (cut, ${value.length} characters)`;
  }
  if (Array.isArray(value)) return value.map(cutLongText);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cutLongText(item)]));
  }
  return value;
};
