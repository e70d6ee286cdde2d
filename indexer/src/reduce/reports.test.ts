import { DEVNET_PROFILE, encodeAddress } from '@moho/protocol/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallFact, EventFact, ExtrinsicFact } from '../decode/facts';
import { createChanges } from '../write/changes';
import type { Fields } from '../write/entities';
import type { RecordContext } from './context';
import { reporterNumber } from './reporters';
import { reduceReports } from './reports';

const WHO = encodeAddress(new Uint8Array(32).fill(7));
const BLOCK = 67;
const MOST_INT = 2 ** 31 - 1;

const call = (pubKey: string, slot: bigint | number, origin: string | null = WHO): CallFact => ({
  pallet: 'swork',
  call: 'report_works',
  // polkadot.js writes numbers beyond 2^53 as hex
  args: {
    curr_pk: pubKey,
    slot: typeof slot === 'bigint' ? `0x${slot.toString(16)}` : slot,
    added_files: [['0x61', 5, 1]],
    deleted_files: [],
    reported_srd_size: 7,
    reported_files_size: 5,
  },
  origin,
  wrapped: false,
  deferred: false,
});

const noRows = () => createChanges({ get: async () => undefined, children: async () => [], all: async () => [] });

/** The rows that one extrinsic of one block leaves; the index knows nothing of the keys it names. */
const rowsOf = async (calls: CallFact[], error: string | null, events: Partial<EventFact>[] = []) => {
  const changes = noRows();
  const extrinsic = { index: 1, signer: WHO, calls, success: error === null, error } as ExtrinsicFact;
  const ended = { pallet: 'system', name: error === null ? 'ExtrinsicSuccess' : 'ExtrinsicFailed', args: [] };
  const facts = {
    number: BLOCK,
    time: new Date(0),
    extrinsics: [{ ...extrinsic, index: 0, calls: [] }, extrinsic],
    events: [...events, ended].map((event, index) => ({ extrinsicIndex: 1, index, types: [], ...event })),
  };
  const reader = { wasRead: () => false };
  const cursor = { id: 'cursor' };
  await reduceReports({ facts, reader, cursor, changes, profile: DEVNET_PROFILE } as unknown as RecordContext);
  const of = (entity: string) => changes.entries().find((one) => one.entity === entity)?.puts ?? [];
  return { reports: of('SlotReport') as Fields<'SlotReport'>[], reporters: of('Reporter') as Fields<'Reporter'>[] };
};

const accepted = { pallet: 'swork', name: 'WorksReportSuccess', args: [WHO, '0x01'] };

describe('reduceReports', () => {
  it('tells an accepted report, its repetition and a refusal apart', async () => {
    const good = await rowsOf([call('0x01', 60), call('0x01', 60)], null, [accepted]);
    expect(good.reports.map(({ status, slot, addedCount }) => [status, slot, addedCount])).toEqual([
      ['REPORTED', 60, 1],
      ['DUPLICATE', 60, 1],
    ]);
    const { reports } = await rowsOf([call('0x01', 60)], 'swork.IllegalReporter');
    expect(reports.map(({ status, error }) => [status, error])).toEqual([['REJECTED', 'swork.IllegalReporter']]);
  });
  it('survives any slot and any key a refused call may name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
        fc.uint8Array({ maxLength: 5000 }).map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`),
        async (slot, pubKey) => {
          const { reports, reporters } = await rowsOf([call(pubKey, slot)], 'swork.InvalidReportTime');
          expect(reports).toHaveLength(1);
          // 60: the slot of the block
          expect(reports[0]?.slot).toBe(slot <= MOST_INT ? Number(slot) : 60);
          expect(reporters[0]?.pubKey).toBe(pubKey);
          // an index of Postgres takes no more than 2.7 kB
          expect(reporters[0]?.id.length).toBeLessThan(40);
        },
      ),
    );
  });
  it('makes no report of what root tried', async () => {
    expect((await rowsOf([call('0x01', 60, null)], null)).reports).toEqual([]);
  });
});

describe('reporterNumber', () => {
  it('is one for each combination, however often it comes', async () => {
    const part = fc.option(fc.constantFrom('x', 'y'), { nil: undefined });
    const who = fc.record({ account: fc.constantFrom('a', 'b'), owner: part, anchor: part, pubKey: part });
    await fc.assert(
      fc.asyncProperty(fc.array(who), async (all) => {
        const context = { changes: noRows(), cursor: { id: 'cursor' } };
        const numbers = new Map<string, number>();
        for (const one of all) {
          const text = JSON.stringify([one.account, one.owner, one.anchor, one.pubKey]);
          const number = await reporterNumber(one, context);
          expect(numbers.get(text) ?? number).toBe(number);
          numbers.set(text, number);
        }
        expect([...numbers.values()].sort((a, b) => a - b)).toEqual([...numbers].map((_, i) => i + 1));
      }),
    );
  });
});
