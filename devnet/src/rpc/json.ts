import type { ChainSource, Header } from '../source/source';

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
export function blockJson(source: ChainSource, block: number) {
  return {
    block: { header: headerJson(source.header(block)), extrinsics: source.extrinsics(block) },
    justifications: null,
  };
}
