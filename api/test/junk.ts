import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect } from 'vitest';
import { anyText } from './any-text';
import type { Answer } from './api';
import { address, anchor, cid, files, hash } from './fixtures';

/** A seed for this run, printed so that the run can be repeated with it. */
export const junkSeed = (): number => {
  const seed = Math.floor(Math.random() * 0x7fff_ffff);
  process.stdout.write(`junk is made with seed ${seed}\n`);
  return seed;
};

export const ACCEPTS = ['application/json', 'application/graphql-response+json'];

const CODES = ['BAD_INPUT', 'TOO_MUCH', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];
const LONGEST = 400;

/** Whatever is asked: no server error, no stack, and each error one sentence with a code that blames the question. */
export const expectCivil = ({ status, errors }: Answer): void => {
  expect(status).toBeLessThan(500);
  for (const { message, extensions } of errors) {
    expect(CODES).toContain(extensions?.code);
    expect(message).not.toMatch(/\bat .*\.ts:|node_modules|PostgresError|select |undefined/);
    expect(message.length).toBeGreaterThan(10);
    expect(message.length).toBeLessThan(LONGEST);
    expect(message).toMatch(/^[^\n]+[.!?…]$/);
  }
};

const text = fc.oneof(
  anyText(300),
  fc.string({ maxLength: 40 }),
  fc.string({ minLength: 5000, maxLength: 6000 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'null',
    '-1',
    '0',
    '1e9',
    '50-0',
    '99999999999999-1',
    "' or 1=1; --",
    '%',
    '\\',
    '{"a":1}',
    '0x',
    '0xzz',
    hash(50),
    anchor(40),
    address(10),
    address(90),
    files.stored,
    cid(200),
    Buffer.from('["id","a"]').toString('base64url'),
    Buffer.from('["newest","9".repeat(500)]').toString('base64url'),
    Buffer.from(JSON.stringify(['newest', '99999999999999999999', '1'])).toString('base64url'),
    Buffer.from(JSON.stringify(['newest', '1', '\0'])).toString('base64url'),
  ),
);
const int = fc.oneof(
  fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
  fc.constantFrom(
    0,
    1,
    -1,
    100,
    101,
    300,
    301,
    2_147_483_647,
    -2_147_483_648,
    2_147_483_648,
    1.5,
    Number.MAX_SAFE_INTEGER,
  ),
);
const big = fc.oneof(
  fc.bigInt().map(String),
  fc.constantFrom('', '-1', '0x10', '1.5', '01', '9'.repeat(60), '9'.repeat(61), 'NaN', '1e5'),
  text,
);
const anything = fc.oneof(text, int, fc.constant(null), fc.boolean(), fc.constant([]), fc.constant({ a: 1 }));
/** Junk for each kind of argument: wrong kinds, wrong ranges, other lists’ cursors, and every limit with its neighbours. */
export const arbitraries: Record<string, fc.Arbitrary<unknown>> = {
  String: fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: anything }),
  ID: text,
  Int: fc.oneof({ weight: 6, arbitrary: int }, { weight: 1, arbitrary: anything }),
  BigInt: big,
  Boolean: fc.oneof(fc.boolean(), anything),
  Enum: fc.oneof(
    fc.constantFrom('ASC', 'DESC', 'ID', 'CLOSED', 'STORED', 'NEW', 'MISSED', 'SIZE', 'GUARANTORS'),
    anything,
  ),
};
