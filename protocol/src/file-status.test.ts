import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAINNET_PROFILE } from './base/profile';
import {
  FILE_STATUS_RULES,
  type FileMark,
  type FileStatusInput,
  fileStatus,
  isReplicaLive,
  liveOwners,
  SAFE_LIVE_OWNERS,
} from './file-status';
import { WAITING_RULES } from './waiting';

const stored: FileStatusInput = {
  block: 1000,
  row: { expiredAt: 5000 },
  lastMark: 'ORDERED',
  liveOwnerCount: 4,
};
const live = { anchor: '0xa', identityAnchor: '0xa', lastReportSlot: 600, codeExpireBlock: 10_000 };

const mark = fc.constantFrom<FileMark | null>('ORDERED', 'SETTLED', 'CLOSED', 'ILLEGAL', null);
const anything: fc.Arbitrary<FileStatusInput> = fc.record({
  block: fc.nat({ max: 10_000 }),
  row: fc.option(fc.record({ expiredAt: fc.oneof(fc.constant(0), fc.nat({ max: 12_000 })) })),
  lastMark: mark,
  liveOwnerCount: fc.nat({ max: 250 }),
});

describe('file status', () => {
  it('names every state', () => {
    expect(fileStatus(stored)).toBe('STORED');
    expect([1, 2, 3].map((liveOwnerCount) => fileStatus({ ...stored, liveOwnerCount }))).toEqual(
      Array(3).fill('AT_RISK'),
    );
    expect(fileStatus({ ...stored, liveOwnerCount: 0 })).toBe('UNREACHABLE');
    expect(fileStatus({ ...stored, row: { expiredAt: 0 } })).toBe('WAITING');
    expect(fileStatus({ ...stored, row: { expiredAt: 1000 } })).toBe('EXPIRED');
    expect(fileStatus({ ...stored, row: { expiredAt: 1001 } })).toBe('STORED');
    const gone = (lastMark: FileMark | null) => fileStatus({ ...stored, row: null, lastMark });
    expect((['CLOSED', 'SETTLED', 'ORDERED', 'ILLEGAL', null] as const).map(gone)).toEqual([
      'CLOSED',
      'CLOSED',
      'CLOSED',
      'ILLEGAL',
      'NEVER_ORDERED',
    ]);
  });

  it('is one of the eight with a rule, whatever is known', () => {
    fc.assert(
      fc.property(anything, (given) => {
        expect(FILE_STATUS_RULES[fileStatus(given)].length).toBeGreaterThan(20);
      }),
    );
  });

  it('and the reasons to wait stand in the documentation, rule by rule', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/file-status.md'), 'utf8');
    for (const [name, rule] of Object.entries({ ...FILE_STATUS_RULES, ...WAITING_RULES }))
      expect(page).toContain(`| \`${name}\` | ${rule} |`);
    expect(page).toContain(`From ${SAFE_LIVE_OWNERS} independent live owners`);
  });

  it('follows the row when there is one, else the last event alone', () => {
    fc.assert(
      fc.property(anything, mark, fc.nat({ max: 250 }), (given, lastMark, liveOwnerCount) => {
        const changed = given.row === null ? { ...given, liveOwnerCount } : { ...given, lastMark };
        expect(fileStatus(changed)).toBe(fileStatus(given));
        const isGone = ['NEVER_ORDERED', 'CLOSED', 'ILLEGAL'].includes(fileStatus(given));
        expect(isGone).toBe(given.row === null);
      }),
    );
  });

  it('with nothing but time passing, only ever becomes expired, and then stays so', () => {
    fc.assert(
      fc.property(anything, fc.nat({ max: 5000 }), (given, later) => {
        const [now, then] = [fileStatus(given), fileStatus({ ...given, block: given.block + later })];
        if (then !== now) expect(then).toBe('EXPIRED');
        if (now === 'EXPIRED') expect(then).toBe('EXPIRED');
      }),
    );
  });

  it('only gets better with more live owners', () => {
    const order = ['UNREACHABLE', 'AT_RISK', 'STORED'];
    fc.assert(
      fc.property(fc.nat({ max: 250 }), (liveOwnerCount) => {
        const now = order.indexOf(fileStatus({ ...stored, liveOwnerCount }));
        const then = order.indexOf(fileStatus({ ...stored, liveOwnerCount: liveOwnerCount + 1 }));
        expect(then >= now && now >= 0).toBe(true);
        expect(now === 2).toBe(liveOwnerCount >= SAFE_LIVE_OWNERS);
      }),
    );
  });

  it('counts a replica as live while its node reports in this slot or the one before', () => {
    const at = (block: number, change: object = {}) => isReplicaLive({ ...live, ...change }, block, MAINNET_PROFILE);
    expect([at(600), at(1799), at(1800)]).toEqual([true, true, false]);
    expect(at(700, { identityAnchor: '0xb' })).toBe(false);
    expect(at(700, { identityAnchor: null })).toBe(false);
    expect(at(700, { lastReportSlot: null })).toBe(false);
    expect(at(700, { codeExpireBlock: null })).toBe(false);
    // the chain compares the code's expiry with the slot, not with the block
    expect([at(1100, { codeExpireBlock: 601 }), at(1100, { codeExpireBlock: 600 })]).toEqual([true, false]);
  });

  it('counts members of one group once', () => {
    const replicas = [
      { ...live, owner: 'g' },
      { ...live, owner: 'g' },
      { ...live, owner: 'h' },
      { ...live, owner: 'i', lastReportSlot: 0 },
    ];
    expect(liveOwners(replicas, 1300, MAINNET_PROFILE)).toEqual(new Set(['g', 'h']));
  });
});
