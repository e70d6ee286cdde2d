import { GraphQLError, Kind } from 'graphql';
import { builder } from '../builder';

/** u128 and sums of it: 39 digits and some room. */
const INTEGER = /^-?(0|[1-9]\d{0,59})$/;

const readInteger = (value: unknown): string => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'string' && INTEGER.test(value)) return value;
  throw new GraphQLError('A BigInt is a whole number as a decimal string, like "1000000000000".', {
    extensions: { code: 'BAD_INPUT' },
  });
};

const writeInteger = (value: unknown): string => {
  const text = String(value);
  if (!INTEGER.test(text)) throw new Error(`not a whole number: ${text.slice(0, 80)}`);
  return text;
};

builder.scalarType('BigInt', {
  description: 'Whole number of any size, as a decimal string (pico-CRU, bytes, u64, u128).',
  serialize: writeInteger,
  parseValue: readInteger,
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return readInteger(node.value);
    return readInteger(null);
  },
});

builder.scalarType('DateTime', {
  description: 'UTC time, ISO 8601.',
  serialize: String,
  parseValue: String,
});
