import { describe, expect, it } from 'vitest';
import { MAP_ITEMS } from './chain-items';
import type { Mismatch } from './compare';
import { type ChainReport, failures, keysCompared, printLimits, printReports, verdict, wrongCount } from './report';

const mismatch: Mismatch = {
  item: 'Swork.Codes',
  block: 7,
  id: '0xab',
  field: 'expireBlock',
  chain: '100',
  index: '99',
};

const reportOf = (changes: Partial<ChainReport> = {}, keys = 2): ChainReport => ({
  chain: 'seed 1',
  genesisHash: '0x00',
  blocks: 10,
  heights: [3, 10],
  heightSeed: 5,
  results: MAP_ITEMS.map(({ name }) => ({ item: name, keysCompared: keys, overridden: 0, mismatches: [] })),
  derived: [],
  history: [{ item: 'SlotSummary', keysCompared: 1, overridden: 0, mismatches: [] }],
  money: [{ item: 'Storage pot', keysCompared: 1, overridden: 0, mismatches: [] }],
  earned: [{ item: 'Reward re-derived', keysCompared: 1, overridden: 0, mismatches: [] }],
  receipts: [{ item: 'Receipt STORAGE', keysCompared: 1, overridden: 0, mismatches: [] }],
  records: { blocks: 10, extrinsics: 10, events: 20, mismatches: [] },
  undecoded: [],
  reached: {},
  notReached: [],
  seconds: { index: 1, compare: 1 },
  ...changes,
});
const printed = (reports: ChainReport[]): string => {
  const lines: string[] = [];
  printReports(reports, (line) => lines.push(line));
  printLimits(reports, (line) => lines.push(line));
  return lines.join('\n');
};
const withMismatch = (of: 'results' | 'derived' | 'history' | 'receipts') =>
  reportOf({ [of]: [{ item: mismatch.item, keysCompared: 1, overridden: 0, mismatches: [mismatch] }] });

describe('the outcome of a run', () => {
  it('passes when every map has keys and none differs', () => {
    const reports = [reportOf(), reportOf({ chain: 'seed 2' })];
    expect(failures(reports, true)).toEqual([]);
    expect(wrongCount(reports)).toBe(0);
    expect(verdict(reports, [])).toBe(`2 chains, ${4 * MAP_ITEMS.length} keys compared, 0 mismatches.`);
  });

  it('counts what differs in keys, in derived fields, in history, in receipts, in records and in decoding', () => {
    const undecoded = [{ item: 'Market.Files', block: 3, key: '0x01' }];
    const records = { blocks: 10, extrinsics: 10, events: 20, mismatches: [mismatch] };
    const reports = [
      ...(['results', 'derived', 'history', 'receipts'] as const).map(withMismatch),
      reportOf({ records }),
      reportOf({ undecoded }),
    ];
    for (const one of reports) expect(wrongCount([one])).toBe(1);
    expect(verdict(reports, [])).toMatch(/^6 chains, \d+ keys compared, 6 mismatches\.$/);
  });

  it('fails when a chain did not come through what it had to', () => {
    const report = reportOf({ notReached: ['renewal', '200-replica cap'] });
    expect(failures([report], true)).toEqual(['seed 1 reached no renewal, no 200-replica cap']);
  });

  it('names block, key, field and both values of a mismatch', () => {
    expect(printed([withMismatch('results')])).toContain(
      'block 7 Swork.Codes 0xab.expireBlock: chain "100", index "99"',
    );
  });

  it('fails when nothing was compared, on one chain or at all', () => {
    expect(failures([], false)).toEqual(['no chain was compared']);
    expect(failures([reportOf(), reportOf({ chain: 'seed 2' }, 0)], false)).toEqual(['nothing was compared on seed 2']);
    expect(failures([reportOf({ receipts: [] })], false)).toEqual(['no receipt was compared on seed 1']);
    expect(verdict([], failures([], false))).toBe(
      '0 chains, 0 keys compared, 0 mismatches; failed: no chain was compared.',
    );
  });

  it('fails for a map that no chain filled, where all are expected', () => {
    const empty = (name: string) =>
      reportOf({
        results: MAP_ITEMS.map((item) => ({
          item: item.name,
          keysCompared: item.name === name ? 0 : 1,
          overridden: 0,
          mismatches: [],
        })),
      });
    const reports = [empty('Swork.Groups'), empty('Swork.Groups')];
    expect(failures(reports, true)).toEqual(['Swork.Groups was empty at every compared height of every chain']);
    expect(failures(reports, false)).toEqual([]);
    expect(printed(reports)).toContain('Empty at every compared height: Swork.Groups');
    // another chain of the run filled it
    expect(failures([empty('Swork.Groups'), empty('Swork.Codes')], true)).toEqual([]);
  });

  it('fails when no report, sweep or era was there to compare, where they are expected', () => {
    const none = reportOf({ history: [{ item: 'SlotSummary', keysCompared: 0, overridden: 2, mismatches: [] }] });
    expect(failures([none], true)).toEqual(['no report, sweep or era was compared']);
    expect(failures([none], false)).toEqual([]);
    expect(failures([none, reportOf()], true)).toEqual([]);
    expect(printed([none])).toContain('seed 1: SlotSummary 0 (2 overridden)');
  });

  it('says which fields no key of the chain holds', () => {
    expect(printed([reportOf()])).toMatch(/Not stored by the chain, tested apart:\n {2}File\.status/);
    expect(keysCompared([reportOf()])).toBe(2 * MAP_ITEMS.length);
  });
});
