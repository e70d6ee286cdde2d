import type { ReceiptData } from '../../components/receipt/fragment';
import type { GridReport, GridRow } from '../../components/slot-grid/slot-grid';

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
export const GRID_SLOTS = Array.from({ length: SLOTS }, (_, i) => 5700 + i * 30);

const report = (status: GridReport['status'], punished: boolean): GridReport => ({
  status,
  punished,
  block: null,
  extrinsicIndex: null,
  offset: status === 'MISSED' ? null : 12,
  error: status === 'REJECTED' ? 'swork.InvalidReportTime' : null,
  errorText: null,
});

/** Four machines: one that always reports, one that missed, one that is new, one that was rejected. */
export const GRID_ROWS: GridRow[] = ADDRESSES.map((account, row) => ({
  account,
  cells: GRID_SLOTS.map((slot, i) => {
    if (row === 2 && i < 9) return { slot, report: null };
    if (row === 2 && i === 9) return { slot, report: report('EXEMPT', false) };
    if (row === 1 && i === 7) return { slot, report: report('MISSED', true) };
    if (row === 1 && i > 7 && i < 15) return { slot, report: report('REPORTED', true) };
    if (row === 3 && i === 18) return { slot, report: report('REJECTED', false) };
    return { slot, report: report('REPORTED', false) };
  }),
}));

export const WAVE = Array.from({ length: 40 }, (_, i) => ({
  x: 5000 + i * 30,
  y: 3 + Math.sin(i / 4) + i / 30,
  title: `block ${5000 + i * 30}`,
}));
