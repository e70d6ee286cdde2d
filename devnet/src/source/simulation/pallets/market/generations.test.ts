import { DEVNET_PROFILE } from '@moho/protocol/base';
import { describe, expect, test } from 'vitest';
import type { Hex } from '../../../../codec/scale';
import { type Chain, createChain } from '../../chain';
import { crustEconomy } from '../../economy/index';
import { firstStorage } from './first/storage';
import { countedFor } from './replica';
import { POTS } from './storage';

const SEED = 5;
const BLOCKS = 600;
const EVERY = 20;

const chainOf = (specVersion: number): Chain =>
  createChain({
    seed: SEED,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 0,
    specVersion,
    transactionVersion: 1,
    economy: crustEconomy(SEED, DEVNET_PROFILE.slotBlocks),
  });

const sum = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n);

/** What every anchor counts for by the files themselves. */
function byFiles(chain: Chain): Map<Hex, bigint> {
  const out = new Map<Hex, bigint>();
  const add = (anchor: Hex, bytes: bigint) => out.set(anchor, (out.get(anchor) ?? 0n) + bytes);
  if (chain.runtime.spec.version < 3) {
    const { files, trash } = firstStorage(chain.runtime);
    for (const [, { used }] of files.entries()) for (const anchor of used.groups.keys()) add(anchor, used.usedSize);
    for (const bin of trash) for (const [anchor, used] of bin.usedBy.entries()) add(anchor, used);
    return out;
  }
  for (const [, file] of chain.runtime.pallets.market.allFiles.entries())
    for (const row of file.replicas.values()) add(row.anchor, countedFor(file, row));
  return out;
}

describe.each([1, 4, 17, 22, 23, 24, 25])(`the market of spec %i, seed ${SEED}`, (spec) => {
  test('adds up: pots cover what is owed, rows what is counted, reports what their files count', () => {
    const chain = chainOf(spec);
    /** who changed groups while files counted: specs from 13 on take the spower but leave the replicas */
    const moved = new Set<Hex>();
    let counted = 0;
    for (let block = 1; block <= BLOCKS; block++) {
      chain.produce();
      const { market, swork, benefits, balances } = chain.runtime.pallets;
      for (const { pallet, name, args } of chain.runtime.events.records) {
        if (pallet !== 'Swork' || !/^(Join|Quit|Kick)/.test(name)) continue;
        const anchor = swork.anchorOf(args[0] as Hex);
        if (anchor !== undefined && byFiles(chain).has(anchor)) moved.add(anchor);
      }
      if (block % EVERY !== 0) continue;
      const files = market.allFiles.entries().map(([, file]) => file);
      expect(market.storage.keysCount.get()).toBe(files.length);
      const owed = sum(files.map(({ amount, prepaid }) => amount + prepaid));
      const income = sum(benefits.market.entries().map(([, row]) => row.fileReward));
      expect(balances.free(POTS.storage)).toBeGreaterThanOrEqual(owed + income);
      for (const file of files) expect(file.reportedReplicaCount).toBeLessThanOrEqual(200);
      for (const [anchor, bytes] of byFiles(chain)) {
        const report = swork.storage.workReports.get(anchor);
        if (report === undefined || moved.has(anchor)) continue;
        // from 23 on a closed file counts until the service has noticed
        if (spec >= 23 && report.spower > bytes) continue;
        expect({ block, anchor, spower: report.spower }).toEqual({ block, anchor, spower: bytes });
        if (bytes > 0n) counted += 1;
      }
    }
    expect(counted).toBeGreaterThan(100);
  });
});
