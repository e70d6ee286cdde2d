import { DEVNET_PROFILE } from '@moho/protocol/base';
import { describe, expect, it } from 'vitest';
import type { ChainEntry, Fields } from './chain-items';
import { compareDerived, derivedFiles } from './derived';

const BLOCK = 100;
const entry = (id: string, fields: Fields): ChainEntry => ({ id, fields, rawKeys: [id] });
const replica = (who: string, owner: string | null): Fields => ({ owner, who, anchor: `anchor of ${who}` });
const machine = (who: string, owner: string | null, reportSlot: number): [ChainEntry, ChainEntry, ChainEntry] => {
  const anchor = `anchor of ${who}`;
  return [
    entry(who, { anchor, punishmentDeadline: '0', owner }),
    entry(anchor, { reportSlot: String(reportSlot) }),
    entry(`key of ${who}`, { code: '0xc0de', anchor }),
  ];
};

/** Slots are 30 blocks: at block 100 the open slot is 90, so a report of slot 60 is live and one of slot 30 is not. */
const state = (file: Fields): Map<string, ChainEntry[]> => {
  const machines = [machine('a', 'A', 60), machine('b', 'A', 90), machine('c', null, 60), machine('d', 'D', 30)];
  return new Map([
    ['Market.Files', [entry('file', { expiredAt: 500, replicas: [], reportedReplicaCount: 7, ...file })]],
    ['Swork.Identities', machines.map(([identity]) => identity)],
    ['Swork.WorkReports', machines.map(([, report]) => report)],
    ['Swork.PubKeys', machines.map(([, , key]) => key)],
    ['Swork.Codes', [entry('0xc0de', { expireBlock: '1000' })]],
  ]);
};
const derive = (file: Fields) => derivedFiles(state(file), BLOCK, DEVNET_PROFILE)[0]?.fields;

describe('derivedFiles', () => {
  it('counts members of one owner once and leaves out who reported too long ago', () => {
    const replicas = [replica('a', 'A'), replica('b', 'A'), replica('c', 'C'), replica('d', 'D')];
    expect(derive({ replicas })).toEqual({
      ...{ status: 'AT_RISK', live: 3, liveOwners: 2 },
      charted: { reported: 7, entries: 4, live: 3 },
    });
  });
  it('takes the owner from the identity where the chain keeps none with the replica', () => {
    expect(derive({ replicas: [replica('a', null), replica('b', null), replica('c', null)] })).toMatchObject({
      status: 'AT_RISK',
      live: 3,
      liveOwners: 2,
    });
  });
  it('knows waiting, expired and unreachable files', () => {
    expect(derive({ expiredAt: 0 })?.status).toBe('WAITING');
    expect(derive({ expiredAt: BLOCK })?.status).toBe('EXPIRED');
    expect(derive({ replicas: [replica('d', 'D')] })?.status).toBe('UNREACHABLE');
  });
});

describe('compareDerived', () => {
  const file: Fields = { replicas: [replica('a', 'A')] };
  const wrong = new Map<string, Fields>([
    ['file', { status: 'STORED', live: 4, liveOwners: 4, charted: { reported: 7, entries: 1, live: 4 } }],
  ]);
  const compare = (excused: Map<string, Set<string>>, keys = new Map<string, Fields>()) =>
    compareDerived(state(file), wrong, keys, BLOCK, DEVNET_PROFILE, excused);

  it('reports each wrong field', () => {
    expect(compare(new Map()).mismatches.map((mismatch) => mismatch.field)).toEqual([
      ...['status', 'live', 'liveOwners'],
      'charted',
    ]);
  });
  it('leaves out only files that hang on an overridden row', () => {
    for (const [item, id] of [
      ['Market.Files', 'file'],
      ['Swork.Identities', 'a'],
      ['Swork.WorkReports', 'anchor of a'],
      ['Swork.PubKeys', 'key of a'],
      ['Swork.Codes', '0xc0de'],
    ] as const)
      expect(compare(new Map([[item, new Set([id])]]))).toMatchObject({ overridden: 1, mismatches: [] });
    expect(compare(new Map([['Swork.PubKeys', new Set(['key of b'])]])).mismatches).toHaveLength(4);
    const indexed = new Map<string, Fields>([['key of b', { anchor: 'anchor of a' }]]);
    expect(compare(new Map([['Swork.PubKeys', new Set(['key of b'])]]), indexed).overridden).toBe(1);
  });
});
