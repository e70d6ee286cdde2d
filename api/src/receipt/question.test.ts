import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api';
import { address, files } from '../../test/fixtures';

let world: TestApi;
beforeAll(async () => {
  world = await startTestApi();
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const WHOLE = `kind block blockHash time changedAtBlock pallet item storageKey extrinsicIndex eventIndex rpcMethod rpcParams
  rawValue rawNote rule rowCount sources { name prefix }`;

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the test's own question shaped them
type Json = any;

const post = async (body: object): Promise<{ data: Json; errors?: { message: string }[] }> => {
  const response = await fetch(`${world.api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { data: Json; errors?: { message: string }[] };
};

const receiptsIn = (value: Json): Json[] => {
  if (value === null || typeof value !== 'object') return [];
  return 'question' in value ? [value] : Object.values(value).flatMap(receiptsIn);
};

/** Asks a receipt by its question alone. */
const askAgain = async (question: string): Promise<Json> => {
  const [asOf, ...way] = (question.match(/(?:"(?:\\.|[^"\\])*"|[^".])+/g) ?? []) as string[];
  const fields = way.filter((part) => !/^\d+$/.test(part));
  const query = `{ ${fields.join(' { ')} { ${WHOLE}${' }'.repeat(fields.length + 1)}`;
  const { data, errors } = await post({ query, extensions: { asOf: Number(asOf) } });
  expect(errors, query).toBeUndefined();
  return way.reduce((found, part) => found[/^\w+/.exec(part)?.[0] ?? part], data);
};

const RECEIPT = `receipt { question ${WHOLE} }`;
const FIGURES = `figureReceipts { ${RECEIPT} }`;

const QUESTIONS: [what: string, query: string, variables?: object][] = [
  ['lists without a block of their own', `{ blocks(first: 3) { nodes { ${RECEIPT} } } }`],
  [
    'variables, aliases and fragments',
    `query ($cid: String!, $at: Int, $n: Int) { mine: file(cid: $cid, at: $at) { ...of
       gone: events(first: $n) { nodes { provenance { ${RECEIPT} } } } state { ${RECEIPT} } } }
     fragment of on File { ${FIGURES} }`,
    { cid: files.stored, at: 200, n: 3 },
  ],
  ['variables that are not given', `query ($at: Int) { files(first: 2, at: $at) { nodes { ${FIGURES} } } }`],
  [
    'enums and objects',
    `query ($filter: FileFilter) { files(first: 2, filter: $filter, orderBy: { field: SIZE, direction: ASC }) {
       nodes { state { ${RECEIPT} } } } }`,
    { filter: { status: 'STORED' } },
  ],
  ['lists in lists', `{ orders(first: 2) { nodes { ${FIGURES} } } network { ${FIGURES} } }`],
  [
    'rows of a table that has a short way to each',
    `{ nodes(first: 3, amount: "5", orderBy: { field: MY_RETURN, direction: DESC }) { nodes { ${FIGURES} } } }`,
  ],
  ['a validator', `{ validator(id: "${address(10)}") { ${FIGURES} ${RECEIPT} } }`],
  [
    'what comes after a place in a list',
    '', // written below, with a cursor
  ],
];

test.each(QUESTIONS)('every receipt is found again by its question: %s', async (_what, given, variables) => {
  let query = given;
  if (query === '') {
    const { data } = await post({ query: '{ blocks(first: 2) { pageInfo { endCursor } } }' });
    query = `{ blocks(first: 2, after: "${data.blocks.pageInfo.endCursor}") { nodes { ${RECEIPT} } } }`;
  }
  const { data, errors } = await post({ query, variables });
  expect(errors).toBeUndefined();
  const receipts = receiptsIn(data);
  expect(receipts.length).toBeGreaterThan(0);
  for (const { question, ...receipt } of receipts) expect(await askAgain(question), question).toEqual(receipt);
});

test('a question stays with its block', async () => {
  const query = '{ blocks(first: 1) { nodes { number receipt { question block } } } }';
  const { data } = await post({ query, extensions: { asOf: 100 } });
  const [block] = data.blocks.nodes;
  expect(block).toMatchObject({ number: 100, receipt: { block: 100 } });
  expect(block.receipt.question).toBe('100.blocks(first: 1).nodes.0.receipt');
  expect((await askAgain(block.receipt.question)).block).toBe(100);
});

test.each([['x'], [0], [-3], [1.5], [10_000_000]])('as of block %s is refused with a sentence', async (asOf) => {
  const { errors } = await post({ query: '{ blocks(first: 1) { nodes { number } } }', extensions: { asOf } });
  expect(errors?.[0]?.message).toMatch(/block.*\.$/i);
});
