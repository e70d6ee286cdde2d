import fc from 'fast-check';
import { getNamedType, isInputObjectType, isNonNullType } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address } from '../../test/fixtures';
import { ACCEPTS, arbitraries, expectCivil, junkSeed } from '../../test/junk';
import { inputLeaves, questions } from '../../test/questions';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

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

const nested = (path: string[], value: unknown): unknown => path.reduceRight((inner, key) => ({ [key]: inner }), value);

const seed = junkSeed();

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
    { numRuns: 12, seed },
  );
});

describe('limits', () => {
  const refused = async (query: string, part: RegExp) => {
    const before = process.cpuUsage();
    const answer = await ask(query);
    expect(answer.data).toBeNull();
    expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(answer.status).toBeLessThan(500);
    expect(answer.errors[0]?.message).toMatch(part);
    // work, not time: the machine may have other things to do
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1000);
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
