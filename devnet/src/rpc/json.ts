import type { BlockView } from '../source/block-view';
import type { Header } from '../source/source';

/** A header as `chain_getHeader` shows it. */
export function headerJson(header: Header) {
  return {
    parentHash: header.parentHash,
    number: `0x${header.number.toString(16)}`,
    stateRoot: header.stateRoot,
    extrinsicsRoot: header.extrinsicsRoot,
    digest: { logs: header.digestLogs },
  };
}

/** A signed block as `chain_getBlock` shows it. */
export function blockJson(block: BlockView) {
  return {
    block: { header: headerJson(block.header()), extrinsics: block.extrinsics() },
    justifications: null,
  };
}
