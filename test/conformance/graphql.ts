import type { AnyJson } from './json';

export type Row = { [key: string]: AnyJson };

/** Asks the API one question; throws with the API's own sentence when it refuses. */
export type Ask = (query: string, variables?: Row) => Promise<Row>;

const TIMEOUT_MS = 120_000;

export const askApi =
  (url: string, stopped?: AbortSignal): Ask =>
  async (query, variables = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(stopped ? [stopped] : [])]),
    });
    const { data, errors } = (await response.json()) as { data?: Row; errors?: { message: string }[] };
    if (errors?.length) throw new Error(`the API refused: ${errors.map((e) => e.message).join('; ')} (${query})`);
    if (!data) throw new Error(`the API answered ${response.status} without data (${query})`);
    return data;
  };

interface Page {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * Every node of a connection, page by page; as of a block unless `at` is null, for records that never change. `filter` is
 * the connection's own, as GraphQL writes it.
 */
export const allNodes = async (
  ask: Ask,
  connection: string,
  selection: string,
  at: number | null,
  filter?: string,
): Promise<Row[]> => {
  const variables = at === null ? '' : '$at: Int, ';
  const args = [at === null ? '' : 'at: $at, ', filter === undefined ? '' : `filter: ${filter}, `].join('');
  const query = `query(${variables}$after: String) { page: ${connection}(${args}first: 100, after: $after) {
    nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
  const nodes: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page = (await ask(query, at === null ? { after } : { at, after })).page as unknown as Page;
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    if (page.pageInfo.endCursor === after) throw new Error(`${connection}: the cursor does not move`);
    after = page.pageInfo.endCursor;
  }
};
