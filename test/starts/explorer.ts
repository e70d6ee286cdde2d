import { setTimeout as sleep } from 'node:timers/promises';

/** An answer of a running explorer's API. Throws while it does not answer. */
export async function ask<T>(graphql: string, query: string): Promise<T> {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(5_000),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (errors?.length) throw new Error(errors[0]?.message);
  return data;
}

export interface Head {
  height: number;
  hash: string;
}

/** The last indexed block. */
export async function indexHead(graphql: string): Promise<Head> {
  const { status } = await ask<{ status: { indexedHeight: number | null; indexedHash: string | null } }>(
    graphql,
    '{ status { indexedHeight indexedHash } }',
  );
  return { height: status.indexedHeight ?? -1, hash: status.indexedHash ?? '' };
}

/** What the index holds of a block: its hash. */
export async function indexedHash(graphql: string, height: number): Promise<string | undefined> {
  const { block } = await ask<{ block: { hash: string } | null }>(graphql, `{ block(number: ${height}) { hash } }`);
  return block?.hash;
}

/** What the chain says of the same block. */
export async function chainHash(chain: string, height: number): Promise<string> {
  const response = await fetch(chain.replace('ws://', 'http://'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'chain_getBlockHash', params: [height] }),
  });
  return ((await response.json()) as { result: string }).result;
}

/** Waits until `condition` gives something; what it throws meanwhile (a part is being restarted) counts as not yet. */
export async function until<T>(
  what: string,
  condition: () => Promise<T | false | undefined> | T | false | undefined,
  seconds = 90,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  let last = '';
  for (;;) {
    try {
      const found = await condition();
      if (found !== false && found !== undefined) return found;
    } catch (error) {
      last = ` (${error instanceof Error ? error.message : String(error)})`;
    }
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s for ${what}${last}`);
    await sleep(100);
  }
}
