import { z } from 'zod';

/** One page to photograph: a short name for the file, and its path. */
export interface Shot {
  name: string;
  path: string;
}

const FILE_STATES = ['STORED', 'AT_RISK', 'UNREACHABLE', 'WAITING', 'EXPIRED', 'CLOSED', 'ILLEGAL'] as const;
const REPORT_STATES = ['REPORTED', 'DUPLICATE', 'REJECTED', 'MISSED', 'EXEMPT'] as const;
const NEVER_ORDERED = 'QmPK1s3pNYLi9ERiq3BDxKa4XosgWwFRQUydHUtz4YgpqB';

const FIXED: Shot[] = [
  { name: 'home', path: '/' },
  { name: 'files', path: '/files' },
  { name: 'nodes', path: '/nodes' },
  { name: 'nodes-filtered', path: '/nodes?amount=250&sort=MY_RETURN&reports=90&w_fee=5' },
  { name: 'compare-none', path: '/compare' },
  { name: 'blocks', path: '/blocks' },
  { name: 'eras', path: '/eras' },
  { name: 'market', path: '/market' },
  { name: 'store', path: '/store' },
  { name: 'store-never-ordered', path: `/store?cid=${NEVER_ORDERED}&size=1.5&unit=GiB&tips=0.01` },
  { name: 'waiting', path: '/waiting' },
  { name: 'settle', path: '/settle' },
  { name: 'unclaimed', path: '/unclaimed' },
  { name: 'unclaimed-soon', path: '/unclaimed?within=28&sort=TOTAL' },
  { name: 'plan-empty', path: '/plan' },
  { name: 'plan', path: '/plan?amount=250' },
  { name: 'docs-yield', path: '/docs/yield' },
  { name: 'reports', path: '/reports' },
  { name: 'check', path: '/check' },
  { name: 'status', path: '/status' },
  { name: 'words', path: '/words' },
  { name: 'design', path: '/design' },
  { name: 'search-none', path: '/search?q=nothing-of-that-name' },
  { name: 'search-many', path: '/search?q=1' },
  { name: 'file-never-ordered', path: `/file/${NEVER_ORDERED}` },
  { name: 'not-found', path: '/nowhere/at/all' },
  { name: 'unreadable-name', path: '/account/junk' },
  { name: 'unreadable-question', path: '/nodes?sort=colour' },
];

const QUERY = `{
  ${FILE_STATES.map((state) => `${state}: files(first: 1, filter: { status: ${state} }) { nodes { cid } }`).join('\n')}
  waiting: files(first: 100, filter: { status: WAITING }) { nodes { cid waiting { reason } } }
  validators(first: 1, orderBy: { field: GUARANTORS, direction: DESC }) {
    nodes { id group { members(first: 1) { nodes { member } } } }
  }
  guarantors(first: 1) { nodes { id } }
  unclaimed { eras(first: 1, orderBy: { field: TOTAL, direction: DESC }) { nodes { era stash } } }
  eras(first: 4, started: true) { nodes { era } }
  orders(first: 1) { nodes { block payer extrinsicIndex } }
  batch: extrinsics(first: 1, filter: { pallet: "utility", call: "batch" }) { nodes { id } }
  failed: extrinsics(first: 1, filter: { success: false }) { nodes { id } }
  report: extrinsics(first: 1, filter: { pallet: "swork", call: "report_works", success: true }) { nodes { id } }
  ${REPORT_STATES.map((state) => `${state}: slotReports(first: 1, filter: { status: ${state} }) { nodes { name } }`).join('\n')}
}`;

const nodesOf = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) });
const id = z.object({ id: z.string() });
const reply = z.object({
  data: z
    .object({
      waiting: nodesOf(z.object({ cid: z.string(), waiting: z.object({ reason: z.string() }) })),
      validators: nodesOf(
        id.extend({
          group: z.object({ members: nodesOf(z.object({ member: z.string() })) }).nullable(),
        }),
      ),
      guarantors: nodesOf(id),
      unclaimed: z.object({ eras: nodesOf(z.object({ era: z.number(), stash: z.string() })) }),
      eras: nodesOf(z.object({ era: z.number() })),
      orders: nodesOf(z.object({ block: z.number(), payer: z.string(), extrinsicIndex: z.number().nullable() })),
      batch: nodesOf(id),
      failed: nodesOf(id),
      report: nodesOf(id),
    })
    .and(z.record(z.enum(FILE_STATES), nodesOf(z.object({ cid: z.string() }))))
    .and(z.record(z.enum(REPORT_STATES), nodesOf(z.object({ name: z.string() })))),
});

const post = async (graphql: string, query: string, variables: object = {}): Promise<unknown> => {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};

const missReply = z.object({
  data: z.object({
    missCosts: z.array(z.object({ era: z.number(), member: z.string(), ownerLoss: z.string().nullable() })),
  }),
});

/** A missed report of an owner's machine, one that cost something before others. */
const missOf = async (graphql: string, owner: string): Promise<string | undefined> => {
  const query = 'query ($owner: String!) { missCosts(owner: $owner) { era member ownerLoss } }';
  const { missCosts } = missReply.parse(await post(graphql, query, { owner })).data;
  const miss = missCosts.find(({ ownerLoss }) => ownerLoss !== null && ownerLoss !== '0') ?? missCosts[0];
  return miss && `${owner}/misses/${miss.era}/${miss.member}`;
};

/** Every page of the site, a file in every state and the kinds of extrinsics included, as far as this chain has them. */
export async function everyShot(graphql: string): Promise<Shot[]> {
  const { data } = reply.parse(await post(graphql, QUERY));
  const shots = [...FIXED];
  const add = (name: string, kind: string, thing: string | number | undefined) => {
    if (thing !== undefined) shots.push({ name, path: `/${kind}/${thing}` });
  };
  for (const state of FILE_STATES)
    add(`file-${state.toLowerCase().replace('_', '-')}`, 'file', data[state].nodes[0]?.cid);
  for (const reason of new Set(data.waiting.nodes.map(({ waiting }) => waiting.reason)))
    add(
      `file-${reason.toLowerCase().replace('_', '-')}`,
      'file',
      data.waiting.nodes.find(({ waiting }) => waiting.reason === reason)?.cid,
    );
  const [node] = data.validators.nodes;
  const [order] = data.orders.nodes;
  const [stored] = data.STORED.nodes;
  if (stored) shots.push({ name: 'store-stored', path: `/store?cid=${stored.cid}` });
  add('node', 'node', node?.id);
  add('group', 'group', node?.id);
  add('group-member', 'group', node?.group?.members.nodes[0]?.member);
  add('payout', 'group', node && `${node.id}/payout`);
  add('misses', 'group', node && `${node.id}/misses`);
  const [waiting] = data.unclaimed.eras.nodes;
  add('claim', 'node', waiting && `${waiting.stash}/claim/${waiting.era}`);
  add('miss', 'group', node && (await missOf(graphql, node.id)));
  add('guarantor', 'guarantor', data.guarantors.nodes[0]?.id);
  add('account-node', 'account', node?.id);
  add('account-member', 'account', node?.group?.members.nodes[0]?.member);
  add('account-client', 'account', order?.payer);
  add('account-files', 'account', order && `${order.payer}/files`);
  add('node-files', 'node', node && `${node.id}/files`);
  add('node-limit', 'node', node && `${node.id}/limit`);
  add('block', 'block', order?.block);
  add('era-active', 'era', data.eras.nodes[0]?.era);
  add('era-closed', 'era', data.eras.nodes[3]?.era);
  for (const state of REPORT_STATES) add(`report-${state.toLowerCase()}`, 'report', data[state].nodes[0]?.name);
  add('extrinsic-batch', 'extrinsic', data.batch.nodes[0]?.id);
  add('extrinsic-failed', 'extrinsic', data.failed.nodes[0]?.id);
  add('extrinsic-report', 'extrinsic', data.report.nodes[0]?.id);
  return shots;
}
