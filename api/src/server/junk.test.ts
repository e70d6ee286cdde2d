import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { getNamedType, isInputObjectType, isNonNullType } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anyText } from '../../test/any-text';
import { type Answer, type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, anchor, cid, files, hash } from '../../test/fixtures';
import { inputLeaves, questions } from '../../test/questions';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

const ACCEPTS = ['application/json', 'application/graphql-response+json'];

/** Whatever is asked: no server error, no stack, and each error a sentence. */
const expectCivil = ({ status, errors }: Answer): void => {
  expect(status).toBeLessThan(500);
  for (const { message, extensions } of errors) {
    expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(message).not.toMatch(/\bat .*\.ts:|node_modules|PostgresError|select |undefined/);
    expect(message.length).toBeGreaterThan(10);
  }
};

test.each(questions().map((q) => [q.name, q] as const))(
  '%s answers with all its fields, two levels down',
  async (_name, question) => {
    const { errors, data } = await ask(question.text(2, []), question.given);
    expect(errors).toEqual([]);
    const answer = data[question.name];
    expect(answer).not.toBeNull();
    // a question of nothing proves nothing
    if (answer.nodes) expect(answer.nodes.length).toBeGreaterThan(0);
  },
);

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
const arbitraries: Record<string, fc.Arbitrary<unknown>> = {
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

const nested = (path: string[], value: unknown): unknown => path.reduceRight((inner, key) => ({ [key]: inner }), value);

const cases = questions().flatMap((question) =>
  question.field.args.flatMap((arg) =>
    inputLeaves(arg.type).map(({ path, leaf }) => ({
      name: [question.name, arg.name, ...path].join('.'),
      question,
      arg,
      path,
      arbitrary: arbitraries[leaf] as fc.Arbitrary<unknown>,
    })),
  ),
);

test('every argument of the schema has junk for it', () => {
  expect(cases.length).toBeGreaterThan(200);
  expect(cases.filter((c) => c.arbitrary === undefined)).toEqual([]);
});

test.each(cases.map((c) => [c.name, c] as const))('junk for %s', async (_name, { question, arg, path, arbitrary }) => {
  await fc.assert(
    fc.asyncProperty(arbitrary, fc.constantFrom(...ACCEPTS), async (value, accept) => {
      // the other fields of an input object that must be there
      const named = getNamedType(arg.type);
      const siblings = isInputObjectType(named)
        ? Object.fromEntries(
            Object.values(named.getFields())
              .filter((f) => isNonNullType(f.type))
              .map((f) => [f.name, f.name === 'direction' ? 'ASC' : 'ID']),
          )
        : {};
      const junk = path.length > 0 ? { ...siblings, ...(nested(path, value) as object) } : value;
      expectCivil(await ask(question.text(0, [arg.name]), { ...question.given, [arg.name]: junk }, accept));
    }),
    { numRuns: 12 },
  );
});

test('junk for the arguments of nested fields', async () => {
  const nestedFields = [
    ['validator(id: $given)', 'guarantees'],
    ['account(id: $given)', 'orders'],
    ['group(owner: $given)', 'members'],
    ['era(n: 1)', 'validators'],
    ['block(number: 50)', 'events'],
  ] as const;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...nestedFields), text, int, async ([parent, child], after, first) => {
      const declared = parent.includes('$given') ? '$given: String!, ' : '';
      const question = `query (${declared}$after: String, $first: Int) { ${parent} { ${child}(after: $after, first: $first) { nodes { id } } } }`;
      expectCivil(await ask(question, { given: address(10), after, first }));
    }),
    { numRuns: 60 },
  );
  await fc.assert(
    fc.asyncProperty(int, int, text, async (slots, first, after) => {
      const question = `query ($o: String!, $slots: Int, $first: Int, $after: String) {
        group(owner: $o) { slotGrid(slots: $slots, first: $first, after: $after) { slots } } }`;
      expectCivil(await ask(question, { o: address(10), slots, first, after }));
    }),
    { numRuns: 40 },
  );
  await fc.assert(
    fc.asyncProperty(big, async (sizeBytes) =>
      expectCivil(await ask('query ($s: BigInt!) { price { quote(sizeBytes: $s) { total } } }', { s: sizeBytes })),
    ),
    { numRuns: 40 },
  );
});

describe('limits', () => {
  const refused = async (query: string, part: RegExp) => {
    const started = Date.now();
    const answer = await ask(query);
    expect(answer.data).toBeNull();
    expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(answer.status).toBeLessThan(500);
    expect(answer.errors[0]?.message).toMatch(part);
    expect(Date.now() - started).toBeLessThan(1000);
  };

  test('depth 20', async () => {
    const depth = 20;
    const inside = 'validator { stashAccount { '.repeat(depth / 2);
    await refused(`{ account(id: "${address(10)}") { ${inside} id ${'} }'.repeat(depth / 2)} } }`, /depth/i);
  });

  test('1000 aliases', async () => {
    const aliases = Array.from({ length: 1000 }, (_, i) => `a${i}: status { ready }`).join(' ');
    await refused(`{ ${aliases} }`, /token|alias/i);
  });

  test('31 aliases', async () => {
    const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: status { ready }`).join(' ');
    await refused(`{ ${aliases} }`, /alias/i);
  });

  test('100 KB', async () => {
    await refused(`{ status { ready } } #${'x'.repeat(100_000)}`, /too long/);
  });

  test('more tokens than are read', async () => {
    await refused(`{ status { ${'ready '.repeat(4001)} } }`, /token/i);
  });

  test('a page of pages of pages', async () => {
    await refused(
      '{ validators(first: 100) { nodes { guarantees(first: 100) { nodes { guarantorAccount { orders(first: 100) { nodes { id } } } } } } } }',
      /too much/,
    );
  });

  test('fragments in a circle', async () => {
    await refused('{ status { ...a } } fragment a on Status { ...b } fragment b on Status { ...a }', /fragment/i);
  });

  test('a page of more than 100', async () => {
    await refused('{ files(first: 101) { nodes { cid } } }', /from 1 to 100/);
    await refused('{ files(last: 0) { nodes { cid } } }', /from 1 to 100/);
  });

  test('no question, broken JSON, other methods and other paths', async () => {
    const { url } = world.api;
    const statuses = await Promise.all([
      fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }),
      fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' }),
      fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'hello' }),
      fetch(`${url}/graphql`, { method: 'PUT', body: 'hello' }),
      fetch(`${url}/nowhere`),
      fetch(`${url}/graphql`, { method: 'POST', body: 'x'.repeat(100_000) }),
    ]);
    const codes = statuses.map(({ status }) => status);
    expect(codes.filter((status) => status < 400 || status >= 500)).toEqual([]);
    expect(codes).toHaveLength(6);
    // a question that does not parse is answered as GraphQL over HTTP wants it: JSON with errors
    const unparsed = await (await fetch(`${url}/graphql?query=%7B`)).json();
    expect(unparsed).toMatchObject({ errors: [{ message: expect.stringMatching(/^Syntax Error/) }] });
  });
});
