import type postgres from 'postgres';
import type { Judge } from './load';

/** What a service asks of a file, and how it is told that the answer is one. */
export const FILE_QUESTION = `query ($cid: String!) { file(cid: $cid) {
  status sentence expiresAtTime renewalsAffordable
  state { sizeBytes expiredAt amount prepaid }
  replicaCounts { reported entries live liveOwners }
  replicas { owner who anchor validAt matured live }
  orders(first: 5) { nodes { kind payer block totalFee tips } }
  events(first: 10) { nodes { kind block account amount } }
} }`;

export const judgeAnswer: Judge = (status, body) => {
  if (status !== 200) return `status ${status}`;
  const { data, errors } = JSON.parse(body) as { data?: { file?: { status?: string } }; errors?: unknown[] };
  if (errors !== undefined) return JSON.stringify(errors).slice(0, 300);
  return data?.file?.status === undefined || data.file.status === 'NEVER_ORDERED' ? 'the file was not found' : null;
};

/** `cid` stands in the page of a file; a page of something else, or of an outage, is not the one asked for. */
export const judgePage =
  (cid: string): Judge =>
  (status, body) =>
    status !== 200 ? `status ${status}` : body.includes(cid) ? null : 'the page does not name the file';

/** Files by chance of the seed, each as likely as any other. */
export const someCids = async (sql: postgres.Sql, schema: string, count: number, seed: number): Promise<string[]> => {
  const rows = await sql.unsafe<{ id: string }[]>(
    `select file_id as id from (select file_id from "${schema}".storage_orders where kind::text = 'NEW') o
      order by md5(file_id || '${seed}') limit ${count}`,
  );
  return rows.map(({ id }) => id);
};
