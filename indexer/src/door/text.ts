/**
 * Rows and questions as one text, to cross the border between the node and its sandbox: there every object is wrapped and
 * every field of it read through the wrapper, while a text goes over as it is. JSON, with what JSON lacks marked by a
 * tilde: `~n5` an integer, `~d0` a time in ms, `~s~…` a text that begins with a tilde itself.
 */
const TILDE = 126;

const pack = (value: unknown): unknown => {
  switch (typeof value) {
    case 'bigint':
      return `~n${value}`;
    case 'string':
      return value.charCodeAt(0) === TILDE ? `~s${value}` : value;
    case 'object': {
      if (value === null) return null;
      if (value instanceof Date) return `~d${value.getTime()}`;
      if (Array.isArray(value)) return value.map(pack);
      const packed: Record<string, unknown> = {};
      for (const key in value) packed[key] = pack((value as Record<string, unknown>)[key]);
      return packed;
    }
    default:
      return value;
  }
};

const unpackText = (text: string): unknown => {
  if (text.charCodeAt(0) !== TILDE) return text;
  const rest = text.slice(2);
  switch (text.charAt(1)) {
    case 'n':
      return BigInt(rest);
    case 'd':
      return new Date(Number(rest));
    case 's':
      return rest;
    default:
      throw new Error(`a text that was not packed: ${text.slice(0, 40)}`);
  }
};

const unpack = (value: unknown): unknown => {
  if (typeof value === 'string') return unpackText(value);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = unpack(value[i]);
  } else if (value !== null && typeof value === 'object') {
    const fields = value as Record<string, unknown>;
    for (const key in fields) {
      const field = fields[key];
      if (typeof field === 'string' || typeof field === 'object') fields[key] = unpack(field);
    }
  }
  return value;
};

/** Plain data of strings, numbers, bigints, booleans, dates, lists and objects; fields that are undefined are left out. */
export const toText = (value: unknown): string => JSON.stringify(pack(value)) ?? '';

/** What `toText` was given; "" is undefined. */
export const fromText = (text: string): unknown => (text === '' ? undefined : unpack(JSON.parse(text)));
