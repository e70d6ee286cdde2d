import type { ReceiptData } from '../../components/receipt/fragment';
import { text } from '../../messages';

/** Made-up values for /design only: they show components, not a chain. */
export const ADDRESSES = [
  'cTJp8A3DSBq5FQm55gxsWcmnBLr66S8F5NsmBGYm27cfv7rm1',
  'cTJp8A3DSBq5FQm55gxsXbuYutnghHkLPWYNowLG2E1wudbuj',
  'cTJp8A3DSBq5FQm55gxsXbuWLx37r7kBQnPGsH6Q9aFcQUFtF',
  'cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd',
] as const;

export const CID = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG';

export const RECEIPT: ReceiptData = {
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

const SLOTS = 24;
export const GRID_CLOCK = {
  firstSlot: 5700,
  slotBlocks: 30,
  times: Array.from({ length: SLOTS }, (_, i) => new Date(Date.UTC(2026, 10, 21, i)).toISOString()),
};

/** Five machines: one that always reports, one that missed, one that is new, one that was refused, one that left. */
export const GRID_MACHINES = [
  'RRRRRRRRRRRRRRRRRRRRRRRO',
  'RRRRRRRmrrrrrrrRRRLRRRRR',
  '---------ERRRRRDRRRRRRRO',
  'RRRRRRRRRRRRRRRRRRxrrrrO',
  'RRRRRRR-----------------',
].map((letters, i) => ({
  account: ADDRESSES[i % ADDRESSES.length] as string,
  name: i < ADDRESSES.length ? null : text.design.sample,
  isMember: !letters.endsWith('-'),
  letters,
}));

export const WAVE = Array.from({ length: 40 }, (_, i) => ({
  x: 5000 + i * 30,
  y: 3 + Math.sin(i / 4) + i / 30,
  title: `block ${5000 + i * 30}`,
}));
