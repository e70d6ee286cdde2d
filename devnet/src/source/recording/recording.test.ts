import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { recordingFolders, writeRecording } from '../../test-support/recording';
import { headerHash } from '../header';
import type { Hex } from '../source';
import { recordingSource } from '.';
import { jsonLines } from './lines';

interface Line {
  number: number;
  hash: Hex;
  header: { parentHash: Hex; number: Hex };
  extrinsics: Hex[];
  diff: [Hex, Hex | null][];
}

describe.each(recordingFolders())('recording %s', (folder) => {
  it('answers the recorded hashes, extrinsics and state at every block', async () => {
    const source = await recordingSource(folder);
    const state = new Map<Hex, Hex>();
    for await (const { value } of jsonLines(join(folder, 'genesis.ndjson.gz'))) state.set(...(value as [Hex, Hex]));
    let compared = 0;
    for await (const { value } of jsonLines(join(folder, 'blocks.ndjson.gz'))) {
      const line = value as Line;
      expect(headerHash(source.header(line.number))).toBe(line.hash);
      expect(source.blockHash(line.number)).toBe(line.hash);
      expect(source.blockNumber(line.hash)).toBe(line.number);
      expect(source.header(line.number).parentHash).toBe(line.header.parentHash);
      expect(source.extrinsics(line.number)).toEqual(line.extrinsics);
      for (const [key, written] of line.diff) {
        if (source.storage(key, line.number - 1) !== (state.get(key) ?? null)) throw new Error(`${line.number} ${key}`);
        if (written === null) state.delete(key);
        else state.set(key, written);
        if (source.storage(key, line.number) !== written) throw new Error(`${line.number} ${key}`);
        compared += 1;
      }
      if (line.number % 500 !== 0 && line.number !== source.head()) continue;
      expect(source.keysPaged('0x', 1e9, null, line.number)).toEqual([...state.keys()].sort());
      for (const [key, held] of state) expect(source.storage(key, line.number)).toBe(held);
    }
    expect(compared).toBeGreaterThan(source.head());
  });

  it('answers the runtime that the state of a block holds: the one of its next block', async () => {
    const source = await recordingSource(folder);
    const { runtimes } = JSON.parse(readFileSync(join(folder, 'chain.json'), 'utf8')) as {
      runtimes: { fromBlock: number; specVersion: number; metadata: string }[];
    };
    for (const { fromBlock, specVersion, metadata } of runtimes) {
      const setCode = Math.max(0, fromBlock - 1);
      expect(source.runtimeVersion(setCode).specVersion).toBe(specVersion);
      expect(source.metadata(setCode)).toBe(readFileSync(join(folder, metadata), 'utf8').trim());
      if (setCode > 0) expect(source.runtimeVersion(setCode - 1).specVersion).not.toBe(specVersion);
    }
  });
});

describe('a folder that is no recording', () => {
  const spoil = (file: string, change: (text: string) => string): string => {
    const folder = writeRecording(4);
    const path = join(folder, file);
    const packed = file.endsWith('.gz');
    const text = readFileSync(path);
    const changed = change((packed ? gunzipSync(text) : text).toString());
    writeFileSync(path, packed ? gzipSync(changed) : changed);
    return folder;
  };
  const without = (line: number) => (text: string) => text.split('\n').toSpliced(line, 1).join('\n');

  it.each<[string, () => string, RegExp]>([
    ['nowhere', () => join(writeRecording(1), 'absent'), /chain\.json: it does not exist$/],
    ['no JSON', () => spoil('chain.json', () => '{'), /chain\.json is not JSON/],
    [
      'no hash',
      () => spoil('chain.json', (text) => text.replace('genesisHash', 'x')),
      /"genesisHash" must be a block hash/,
    ],
    ['no metadata', () => spoil('chain.json', (text) => text.replace('old.hex', 'x.hex')), /x\.hex: it does not exist/],
    ['a wrong end', () => spoil('chain.json', (text) => text.replace('"lastBlock":4', '"lastBlock":5')), /ends at 4$/],
    ['a gap', () => spoil('blocks.ndjson.gz', without(1)), /block 2 .* is missing: block 3 stands in its place/],
    [
      'a false hash',
      () => spoil('blocks.ndjson.gz', (text) => text.replace('"hash":"0x', '"hash":"0xabc')),
      /says its hash/,
    ],
    ['a false line', () => spoil('blocks.ndjson.gz', (text) => `${text}nonsense\n`), /line 5, is not JSON/],
    ['no genesis', () => spoil('genesis.ndjson.gz', () => ''), /holds no state/],
    [
      'unpacked blocks',
      () => {
        const folder = writeRecording(1);
        writeFileSync(join(folder, 'blocks.ndjson.gz'), '{}');
        return folder;
      },
      /cannot read the recording's .*blocks\.ndjson\.gz: incorrect header check/,
    ],
  ])('%s is told in one sentence', async (_what, make, message) => {
    const error = await recordingSource(make()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'InputError', message: expect.stringMatching(message) });
    expect((error as Error).message).not.toContain('\n');
  });
});
