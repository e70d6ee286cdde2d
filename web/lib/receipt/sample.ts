import type { WholeReceipt } from './whole';

/** The question of the made-up receipt on the page of components. */
export const SAMPLE_QUESTION = '6420.sample.receipt';

export const SAMPLE_RECEIPT: WholeReceipt = {
  kind: 'STORAGE',
  block: 6420,
  blockHash: `0x${'5c'.repeat(32)}`,
  time: '2026-11-21T02:42:00.000Z',
  changedAtBlock: 6391,
  pallet: 'Market',
  item: 'FilesV2',
  storageKey: `0x5ebf094108ead4fefa73f7a3b13cb4a76ed21091d079415ef4a35264c626448d${'a7'.repeat(20)}`,
  extrinsicIndex: null,
  eventIndex: null,
  rpcMethod: 'state_getStorage',
  rawValue: `0x${'0a1b'.repeat(24)}`,
  rawNote: 'The SCALE-encoded value as the chain stores it.',
  rule: null,
  rowCount: null,
  sources: [],
  rpcParams: ['"0x5ebf094108ead4fefa73f7a3b13cb4a7…"', `"0x${'5c'.repeat(32)}"`],
};
