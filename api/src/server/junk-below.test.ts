import fc from 'fast-check';
import { type GraphQLObjectType, getNamedType, isInputObjectType, isNonNullType, isObjectType } from 'graphql';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { ACCEPTS, arbitraries, expectCivil, junkSeed } from '../../test/junk';
import { inputLeaves, nestedFields } from '../../test/questions';
import { schema } from '../schema/index';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

const seed = junkSeed();
const fields = nestedFields();
/** subscriptions have junk tests of their own */
const ROOTS = new Set(['Query', 'Subscription']);
const cases = fields.flatMap((nested) =>
  nested.field.args.flatMap((arg) =>
    inputLeaves(arg.type).map(({ path, leaf }) => ({
      name: [nested.name, arg.name, ...path].join('.'),
      nested,
      arg,
      path,
      arbitrary: arbitraries[leaf] as fc.Arbitrary<unknown>,
    })),
  ),
);

/** A sensible value for arguments that must be given. */
const must = (nested: (typeof fields)[number]): Record<string, unknown> =>
  Object.fromEntries(nested.field.args.filter((arg) => isNonNullType(arg.type)).map((arg) => [arg.name, '1048576']));

test('every field with arguments is reached, and every argument has junk for it', async () => {
  const wanted = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !ROOTS.has(type.name) && !type.name.startsWith('__'))
    .flatMap((type) => Object.values((type as GraphQLObjectType).getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => field.args.length > 0)
    .map(({ type, field }) => `${type.name}.${field.name}`);
  expect(fields.map(({ name }) => name).sort()).toEqual(wanted.sort());
  expect(cases.length).toBeGreaterThan(wanted.length);
  expect(cases.filter((c) => c.arbitrary === undefined)).toEqual([]);
  const absent: string[] = [];
  for (const nested of fields) {
    const values = must(nested);
    const { data, errors } = await ask(nested.text(Object.keys(values)), { ...nested.given, ...values });
    expect([nested.name, errors]).toEqual([nested.name, []]);
    // junk for an argument of a field that nobody resolves would prove nothing
    if (!JSON.stringify(data).includes('__typename')) absent.push(nested.name);
  }
  expect(absent).toEqual([]);
});

test.each(cases.map((c) => [c.name, c] as const))('junk for %s', async (_name, { nested, arg, path, arbitrary }) => {
  await fc.assert(
    fc.asyncProperty(arbitrary, fc.constantFrom(...ACCEPTS), async (value, accept) => {
      const named = getNamedType(arg.type);
      const siblings = isInputObjectType(named)
        ? Object.fromEntries(
            Object.values(named.getFields())
              .filter((f) => isNonNullType(f.type))
              .map((f) => [f.name, f.name === 'direction' ? 'ASC' : 'ID']),
          )
        : {};
      const inside = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
      const junk = path.length > 0 ? { ...siblings, ...(inside as object) } : value;
      const names = [...new Set([...Object.keys(must(nested)), arg.name])];
      const answer = await ask(nested.text(names), { ...nested.given, ...must(nested), [arg.name]: junk }, accept);
      expectCivil(answer);
    }),
    { numRuns: 8, seed },
  );
});
