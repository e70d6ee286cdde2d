import { DEVNET_PROFILE } from '@moho/protocol/base';
import { describe, expect, it } from 'vitest';
import type { ChainEntry, Fields } from './chain-items';
import { compareJudged, compareSummaries } from './compare-judgements';
import type { Row } from './graphql';
import { type Judged, judgedRows, type VisitState } from './judgements';
import { compareMarks } from './report-marks';

const identity = (who: string, deadline: number): ChainEntry => ({
  id: who,
  fields: { anchor: `0x${who}`, punishmentDeadline: String(deadline), owner: 'O' },
  rawKeys: [who],
});
/** `a` reported, `b` did not, `c` is new, `d` never had a work report */
const visit = (changes: Partial<VisitState> = {}): VisitState => ({
  block: 55,
  slot: 30,
  spec: 25,
  punishmentEnabled: true,
  identities: [identity('a', 0), identity('b', 0), identity('c', 1), identity('d', 0)],
  workReports: new Set(['0xa', '0xb', '0xc']),
  marks: new Set(['0xa-30', '0xb-0']),
  after: new Map([identity('a', 0), identity('b', 270), identity('c', 0)].map(({ id, fields }) => [id, fields])),
  ...changes,
});
const told = (state: VisitState) =>
  Object.fromEntries([...judgedRows(state)].map(([id, row]) => [id, [row.status, row.punished]]));

describe('judgedRows', () => {
  it('judges nodes with a work report, and no others', () => {
    expect(told(visit())).toEqual({
      '0xa-30': ['REPORTED', false],
      '0xb-30': ['MISSED', true],
      '0xc-30': ['EXEMPT', false],
    });
  });
  it('knows no fresh mark in spec 1, and no punishment where it is off', () => {
    expect(told(visit({ spec: 1 }))['0xc-30']).toEqual(['MISSED', false]);
    expect(told(visit({ punishmentEnabled: false }))['0xb-30']).toEqual(['MISSED', false]);
  });
});

const judgedOf = (state: VisitState, summary: Fields = { missed: 1 }): Judged => ({
  slot: state.slot,
  endBlock: state.block + 1,
  rows: judgedRows(state),
  excused: new Set(),
  visits: new Map(),
  summary,
});
const rowsOf = (judged: Judged): Row[] => [...judged.rows].map(([id, row]) => ({ id, ...row }));

describe('compareJudged', () => {
  const judged = judgedOf(visit());
  const fieldsOf = (rows: Row[], of = [judged]) => compareJudged(of, rows, 60).mismatches.map((m) => [m.id, m.field]);

  it('finds a wrong verdict, a lost row and one too many', () => {
    const [a, b, c] = rowsOf(judged);
    expect(fieldsOf([a, b, c] as Row[])).toEqual([]);
    expect(fieldsOf([a, { ...b, punished: false }, c] as Row[])).toEqual([['0xb-30', 'punished']]);
    expect(fieldsOf([a, b] as Row[])).toEqual([['0xc-30', null]]);
    expect(fieldsOf([a, b, c, { ...c, id: '0xd-30' }] as Row[])).toEqual([['0xd-30', null]]);
  });
  it('leaves out reports whose slot has not been judged, but no missed slot', () => {
    const open = { id: '0xa-60', status: 'REPORTED', judgedAtBlock: null };
    expect(fieldsOf([...rowsOf(judged), open])).toEqual([]);
    expect(fieldsOf([...rowsOf(judged), { ...open, status: 'MISSED' }])).toEqual([['0xa-60', null]]);
  });
  it('lets the later judgement of a slot stand', () => {
    const again = judgedOf(visit({ block: 85 }));
    expect(fieldsOf(rowsOf(again), [judged, again])).toEqual([]);
    expect(fieldsOf(rowsOf(judged), [judged, again])).toEqual([
      ['0xa-30', 'judgedAtBlock'],
      ['0xb-30', 'judgedAtBlock'],
      ['0xc-30', 'judgedAtBlock'],
    ]);
  });
  it('leaves out what was overridden outside any block', () => {
    const some = { ...judged, excused: new Set(['0xb-30']) };
    const rows = rowsOf(judged).map((row) => ({ ...row, punished: true }));
    expect(fieldsOf(rows, [some]).map(([id]) => id)).toEqual(['0xa-30', '0xc-30']);
  });
});

it('finds a summary that differs, lacks or has no sweep', () => {
  const totals = { totalFree: '1', totalSpower: '1', totalFilesSizeBytes: '1', sweepEndBlock: 56 };
  const stake = { activeEra: 0, eraTotalStake: '1', issuance: '9', totalStakeLimit: '3' };
  const judgedTotals = { unreported: 0, judgedFree: '1', judgedSpower: '1', deadlineMismatches: 0 };
  const sweep = { sweepStartBlock: 55, punishmentEnabled: true, ...judgedTotals, ...stake };
  const summary = { reporters: 1, missed: 1, exempt: 1, punished: 1, owners: 1, ...totals, ...sweep };
  const judged = judgedOf(visit(), summary);
  const found = (rows: Row[]) => compareSummaries([judged], rows, 60).mismatches.map((m) => [m.id, m.field]);
  expect(found([{ slot: 30, ...summary }])).toEqual([]);
  expect(found([{ slot: 30, ...summary, totalFree: '2' }])).toEqual([['30', 'totalFree']]);
  expect(found([])).toEqual([['30', null]]);
  expect(found([{ slot: 0, ...summary }])).toHaveLength(2);
});

describe('compareMarks', () => {
  const mark = (id: string): ChainEntry => ({ id, fields: { reported: true }, rawKeys: [] });
  const row = (anchor: string, slot: number): Row => ({ id: `${anchor}-${slot}`, anchor, slot });
  /** in slot 270 the sweep of slot 240 may have deleted the marks of slot 60 */
  const facts = { block: 270, profile: DEVNET_PROFILE, depth: 180, anchors: new Set(['0xa']) };
  const found = (marks: ChainEntry[], rows: Row[]) =>
    compareMarks(marks, rows, facts, new Set()).mismatches.map((m) => [m.id, m.chain === null]);

  it('wants a row for each mark, and a mark for each row not yet forgotten', () => {
    expect(found([mark('0xa-90')], [row('0xa', 90)])).toEqual([]);
    expect(found([mark('0xa-90')], [])).toEqual([['0xa-90', false]]);
    expect(found([], [row('0xa', 90)])).toEqual([['0xa-90', true]]);
    expect(found([], [row('0xa', 60)])).toEqual([]);
  });
  it('wants none of a node that registered anew', () => {
    expect(found([], [row('0xb', 90)])).toEqual([]);
  });
});
