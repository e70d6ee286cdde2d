import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address } from '../../test/fixtures';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

interface Listing {
  /** the field with PAGE where the paging arguments go */
  field: string;
  /** where the connection is in the answer */
  path: string[];
}

const listings: Listing[] = [
  { field: 'files(PAGE) { BODY }', path: ['files'] },
  { field: 'files(PAGE, orderBy: {field: SIZE, direction: DESC}) { BODY }', path: ['files'] },
  { field: 'files(PAGE, orderBy: {field: SIZE, direction: ASC}, at: 150) { BODY }', path: ['files'] },
  { field: 'files(PAGE, filter: {status: CLOSED}) { BODY }', path: ['files'] },
  { field: 'validators(PAGE, orderBy: {field: STAKE_LIMIT, direction: DESC}) { BODY }', path: ['validators'] },
  { field: 'validators(PAGE, orderBy: {field: GUARANTEE_FEE, direction: ASC}) { BODY }', path: ['validators'] },
  { field: 'blocks(PAGE) { BODY }', path: ['blocks'] },
  { field: 'orders(PAGE) { BODY }', path: ['orders'] },
  { field: 'fileEvents(PAGE) { BODY }', path: ['fileEvents'] },
  { field: 'slotReports(PAGE) { BODY }', path: ['slotReports'] },
  { field: 'extrinsics(PAGE, filter: {success: false}) { BODY }', path: ['extrinsics'] },
  { field: 'validatorEras(PAGE, orderBy: {field: POINTS, direction: DESC}) { BODY }', path: ['validatorEras'] },
  { field: 'unclaimed(at: 190) { eras(PAGE) { BODY } }', path: ['unclaimed', 'eras'] },
  {
    field: 'unclaimed(at: 190) { eras(PAGE, orderBy: {field: TOTAL, direction: DESC}) { BODY } }',
    path: ['unclaimed', 'eras'],
  },
  { field: `guarantor(id: "${address(75)}") { incomes(PAGE) { BODY } }`, path: ['guarantor', 'incomes'] },
  { field: 'guarantees(PAGE, at: 149) { BODY }', path: ['guarantees'] },
  {
    field: 'era(n: 1) { validators(PAGE, orderBy: {field: TOTAL, direction: DESC}) { BODY } }',
    path: ['era', 'validators'],
  },
  { field: `account(id: "${address(90)}") { activity(PAGE) { BODY } }`, path: ['account', 'activity'] },
  {
    field: `validator(id: "${address(10)}", at: 149) { guarantees(PAGE) { BODY } }`,
    path: ['validator', 'guarantees'],
  },
];

const BODY = 'edges { cursor node { id } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }';

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { startCursor: string | null; endCursor: string | null; hasNextPage: boolean; hasPreviousPage: boolean };
}

const read = async ({ field, path }: Listing, args: string): Promise<Page> => {
  const { data, errors } = await ask(`{ ${field.replace('PAGE', args).replace('BODY', BODY)} }`);
  expect(errors).toEqual([]);
  return path.reduce((value, key) => value[key], data);
};

const walk = async (listing: Listing, size: number, backward: boolean): Promise<string[]> => {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const place: string = cursor === null ? '' : `, ${backward ? 'before' : 'after'}: "${cursor}"`;
    const page: Page = await read(listing, `${backward ? 'last' : 'first'}: ${size}${place}`);
    const found = page.edges.map((edge) => edge.node.id);
    expect(found.length).toBeLessThanOrEqual(size);
    if (backward) ids.unshift(...found);
    else ids.push(...found);
    cursor = backward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
    const more = backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage;
    // a page that promises more is full
    if (more) expect(found).toHaveLength(size);
    if (!more || cursor === null) return ids;
  }
};

test.each(listings.map((listing) => [listing.field, listing] as const))(
  'pages of any size, walked either way, give each row once and in one order: %s',
  async (_name, listing) => {
    const whole = await walk(listing, 100, false);
    expect(whole.length).toBeGreaterThan(0);
    expect(new Set(whole).size).toBe(whole.length);
    const smallest = Math.max(1, Math.ceil(whole.length / 12));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: smallest, max: 100 }), fc.boolean(), async (size, backward) => {
        expect(await walk(listing, size, backward)).toEqual(whole);
      }),
      { numRuns: 4 },
    );
  },
);

test('a sorted list is sorted by what it says', async () => {
  const { data } = await ask(
    `{ down: files(first: 100, orderBy: {field: SIZE, direction: DESC}) { nodes { state { sizeBytes } } }
       up: files(first: 100, orderBy: {field: SIZE, direction: ASC}) { nodes { state { sizeBytes } } } }`,
  );
  const sizes = (nodes: { state: { sizeBytes: string } }[]) => nodes.map((n) => BigInt(n.state.sizeBytes));
  const [down, up] = [sizes(data.down.nodes), sizes(data.up.nodes)];
  // as numbers: 10000 comes after 9000
  expect(up).toEqual([...up].sort((a, b) => (a < b ? -1 : 1)));
  expect(down).toEqual([...up].reverse());
});

test('between two cursors lies what lies between them', async () => {
  const listing: Listing = { field: 'blocks(PAGE) { BODY }', path: ['blocks'] };
  const { edges } = await read(listing, 'first: 50');
  const inner = await read(listing, `first: 100, after: "${edges[9]?.cursor}", before: "${edges[20]?.cursor}"`);
  expect(inner.edges.map((e) => e.node.id)).toEqual(edges.slice(10, 20).map((e) => e.node.id));
});

test('a cursor of another list or another order is refused', async () => {
  const { edges } = await read({ field: 'files(PAGE) { BODY }', path: ['files'] }, 'first: 1');
  for (const field of ['blocks(after: "C")', 'files(after: "C", orderBy: {field: SIZE, direction: ASC})']) {
    const { errors } = await ask(`{ ${field.replace('C', edges[0]?.cursor ?? '')} { nodes { id } } }`);
    expect(errors[0]).toMatchObject({ message: '"after" is not a cursor of this list in this order.' });
  }
});

test('no list takes a cursor of any other list', async () => {
  const places = listings.map(({ path }) => path.join('.').replace('validator.guarantees', 'guarantees'));
  const cursors = await Promise.all(listings.map(async (one) => (await read(one, 'first: 1')).edges[0]?.cursor));
  for (const [i, listing] of listings.entries()) {
    for (const [k, cursor] of cursors.entries()) {
      if (places[k] === places[i]) continue;
      const field = listing.field.replace('PAGE', `after: "${cursor}"`).replace('BODY', BODY);
      const { errors } = await ask(`{ ${field} }`);
      expect(errors[0]?.message, `${field} with a cursor of ${places[k]}`).toMatch(/is not a cursor of this list/);
    }
  }
});
