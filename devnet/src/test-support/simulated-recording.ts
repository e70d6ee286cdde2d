import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { SPEC25_METADATA } from '../codec/metadata';
import { headerJson } from '../rpc/json';
import { createChain } from '../source/simulation/chain';
import { crustEconomy } from '../source/simulation/economy/index';

const lines = (values: unknown[]): Buffer => gzipSync(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

/** Writes the first blocks of a simulated chain as a recording; returns its folder, which the caller removes. */
export function writeSimulatedRecording(seed: number, blocks: number): string {
  const profile = DEVNET_PROFILE;
  const economy = crustEconomy(seed, profile.slotBlocks);
  const chain = createChain({
    seed,
    profile,
    genesisTimeMs: 1_700_000_000_000,
    specVersion: 25,
    transactionVersion: 1,
    economy,
  });
  const folder = mkdtempSync(join(tmpdir(), 'moho simulated recording '));
  for (let block = 0; block < blocks; block++) chain.produce();
  const written = (block: number) =>
    chain.history.changedKeys(block).map((key) => [key, chain.history.get(key, block)] as const);
  const recorded = Array.from({ length: blocks }, (_, i) => i + 1).map((number) => ({
    number,
    hash: chain.hash(number),
    header: headerJson(chain.header(number)),
    extrinsics: chain.body(number),
    diff: written(number),
  }));
  writeFileSync(join(folder, 'metadata.hex'), SPEC25_METADATA(profile));
  writeFileSync(join(folder, 'genesis.ndjson.gz'), lines(written(0)));
  writeFileSync(join(folder, 'blocks.ndjson.gz'), lines(recorded));
  writeFileSync(
    join(folder, 'chain.json'),
    JSON.stringify({
      chain: 'Crust Local',
      properties: { ss58Format: 66, tokenSymbol: 'CRU', tokenDecimals: 12 },
      genesisHash: chain.genesisHash,
      firstBlock: 1,
      lastBlock: blocks,
      runtimes: [{ fromBlock: 0, specVersion: 25, metadata: 'metadata.hex' }],
    }),
  );
  return folder;
}
