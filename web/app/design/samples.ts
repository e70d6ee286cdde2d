import type { ReceiptData } from '../../components/receipt/fragment';
import { SAMPLE_QUESTION } from '../../lib/receipt/sample';
import { text } from '../../messages';

/** Made-up values for /design only: they show components, not a chain. */
export const ADDRESSES = [
  'cTJp8A3DSBq5FQm55gxsWcmnBLr66S8F5NsmBGYm27cfv7rm1',
  'cTJp8A3DSBq5FQm55gxsXbuYutnghHkLPWYNowLG2E1wudbuj',
  'cTJp8A3DSBq5FQm55gxsXbuWLx37r7kBQnPGsH6Q9aFcQUFtF',
  'cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd',
] as const;

export const CID = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG';

export const RECEIPT: ReceiptData = { question: SAMPLE_QUESTION };

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
