import type { Row } from '../fixtures';
import { address, HEAD, hash, type Put } from '../fixtures';
import { stamp } from './time';

const event = (n: number, index: number, extrinsicIndex: number | null) => ({
  id: `${n}-${index}`,
  block: n,
  index,
  phase: extrinsicIndex === null ? 'INITIALIZATION' : 'EXTRINSIC',
  extrinsicIndex,
  pallet: 'system',
  name: 'ExtrinsicSuccess',
  args: '[]',
  from: n,
});

export const putBlocks = async (put: Put): Promise<void> => {
  const rows = { blocks: [] as Row[], extrinsics: [] as Row[], events: [] as Row[] };
  for (let n = 1; n <= HEAD; n++) {
    const time = stamp(n);
    rows.blocks.push({
      id: n,
      number: n,
      hash: hash(n),
      parentHash: hash(n - 1),
      time,
      specVersion: 25,
      author: n % 2 ? address(10) : null,
      extrinsicCount: 1,
      eventCount: 2,
      from: n,
    });
    rows.extrinsics.push({
      id: `${n}-0`,
      block: n,
      index: 0,
      hash: hash(100_000 + n),
      time,
      signer: address(90 + (n % 3)),
      nonce: n,
      tip: '0',
      pallet: 'market',
      call: 'placeStorageOrder',
      callTree: '{"pallet":"market","call":"placeStorageOrder","args":[]}',
      success: n % 5 !== 0,
      error: n % 5 === 0 ? 'market.FileSizeNotCorrect' : null,
      treasuryFee: '800',
      lengthBytes: 140,
      from: n,
    });
    rows.events.push(event(n, 0, null), event(n, 1, 0));
  }
  // a batch of two whose second call failed: the extrinsic still counts as a success
  rows.events.push({
    ...event(61, 2, 0),
    pallet: 'utility',
    name: 'BatchInterrupted',
    args: '[{"type":"u32","value":1},{"type":"DispatchError","value":{"module":{"index":26,"error":5}}}]',
    error: 'market.FileTooLarge',
  });
  await put('Block', rows.blocks);
  await put('Extrinsic', rows.extrinsics);
  await put('Event', rows.events);
};
