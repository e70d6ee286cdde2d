import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { headerJson } from '../rpc/json';
import { testChain } from './chain';

const lines = (values: unknown[]): Buffer => gzipSync(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

const made: string[] = [];
// runs at the end of whichever test file imports this one
afterAll(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** Writes a test chain of `blocks` blocks, upgraded in block 3, as a recording; returns its folder. */
export function writeRecording(blocks: number): string {
  const chain = testChain(3);
  chain.produce(blocks);
  const root = mkdtempSync(join(tmpdir(), 'moho recording '));
  made.push(root);
  const folder = join(root, 'tiny');
  mkdirSync(folder);
  writeFileSync(join(root, 'old.hex'), `${chain.metadata(0)}\n`);
  writeFileSync(join(root, 'new.hex'), chain.metadata(3));
  writeFileSync(join(folder, 'genesis.ndjson.gz'), lines(chain.writes[0] ?? []));
  const recorded = chain.writes.slice(1).map((diff, index) => ({
    number: index + 1,
    hash: chain.blockHash(index + 1),
    header: headerJson(chain.header(index + 1)),
    extrinsics: chain.extrinsics(index + 1),
    diff,
  }));
  writeFileSync(join(folder, 'blocks.ndjson.gz'), lines(recorded));
  writeFileSync(
    join(folder, 'chain.json'),
    JSON.stringify({
      chain: chain.chainName,
      properties: chain.properties,
      genesisHash: chain.genesisHash,
      firstBlock: 1,
      lastBlock: blocks,
      runtimes: [
        { fromBlock: 0, specVersion: 24, metadata: '../old.hex' },
        { fromBlock: 4, specVersion: 25, metadata: '../new.hex' },
      ],
    }),
  );
  return folder;
}

/** Recordings to test with: a small one made here, and those of the folder CRUST_RECORDINGS when it is given. */
export function recordingFolders(): string[] {
  const given = process.env.CRUST_RECORDINGS;
  if (given === undefined || given === '') return [writeRecording(6)];
  const found = readdirSync(given, { withFileTypes: true })
    .map((entry) => join(given, entry.name))
    .filter((folder) => existsSync(join(folder, 'chain.json')));
  if (found.length === 0) throw new Error(`CRUST_RECORDINGS names ${given}, which holds no recording`);
  return [writeRecording(6), ...found];
}

interface TypesFile {
  specVersions: [number, number];
  types: Record<string, unknown>;
}

/** The type corrections that a recording's `chain.json` names for its specs. */
export function typeCorrections(folder: string): TypesFile[] {
  const { runtimes } = JSON.parse(readFileSync(join(folder, 'chain.json'), 'utf8')) as {
    runtimes: { types?: string }[];
  };
  return runtimes.flatMap(({ types }) =>
    types === undefined ? [] : [JSON.parse(readFileSync(join(folder, types), 'utf8')) as TypesFile],
  );
}
