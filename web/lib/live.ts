import { ReceiptFields } from '../components/receipt/fragment';
import { ask, type Problem } from './api/ask';
import { graphql, type ResultOf } from './graphql';

const LiveDocument = graphql(
  `
  query Live($blocks: Int!, $receipts: Boolean!) {
    status { indexedHeight targetHeight lagBlocks ready indexedTime profile { blockTimeMs } }
    blocks(first: $blocks) {
      nodes {
        number time author authorAccount { identityDisplay } extrinsicCount eventCount
        receipt @include(if: $receipts) { ...ReceiptFields }
      }
    }
  }
`,
  [ReceiptFields],
);

type LiveResult = ResultOf<typeof LiveDocument>;
export type LiveBlock = LiveResult['blocks']['nodes'][number];

/** What the small moving parts of the site show; `silent` when the API did not answer. */
export type Live =
  | { silent: false; status: LiveResult['status']; blocks: readonly LiveBlock[] }
  | { silent: true; problem: Problem };

/** Head of the index and the newest blocks, newest first; with the blocks’ receipts where they are shown. */
export const readLive = async (blocks: number, receipts: boolean): Promise<Live> => {
  const answer = await ask(LiveDocument, { blocks, receipts });
  return answer.ok
    ? { silent: false, status: answer.data.status, blocks: answer.data.blocks.nodes }
    : { silent: true, problem: answer.problem };
};

/** How old what every page's top line says may be. */
const HEAD_AGE_MS = 1000;
let newest: { askedAt: number; live: Promise<Live> } | null = null;

/** The head of the index alone, asked once a second at most for all readers together. */
export const readHead = (now = Date.now()): Promise<Live> => {
  if (newest === null || now - newest.askedAt >= HEAD_AGE_MS) newest = { askedAt: now, live: readLive(1, false) };
  return newest.live;
};
