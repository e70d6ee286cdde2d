import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callOfReport, type FoundReport, type ReportCall, reportsInCall } from './report-call';

const KEY = `0x${'ab'.repeat(64)}`;
const report = (curr_pk = KEY, slot: string | number = '600', extra: Record<string, unknown> = {}) => ({
  pallet: 'swork',
  call: 'report_works',
  args: Object.entries({
    curr_pk,
    ab_upgrade_pk: '0x',
    slot,
    slot_hash: `0x${'01'.repeat(32)}`,
    reported_srd_size: '1125899906842623',
    reported_files_size: 7,
    added_files: [['0x516d61', '7', 640]],
    deleted_files: [],
    reported_srd_root: '0x02',
    reported_files_root: '0x03',
    sig: '0x04',
    ...extra,
  }).map(([name, value]) => ({ name, type: '', value })),
});
const around = (pallet: string, call: string, ...inner: unknown[]) => ({
  pallet,
  call,
  args: [{ name: inner.length > 1 ? 'calls' : 'call', type: '', value: inner.length > 1 ? inner : inner[0] }],
});
const found = (tree: unknown) => reportsInCall(JSON.stringify(tree));

describe('reports in a call', () => {
  it('are read whole from the index’s JSON, wide numbers included', () => {
    const [one] = found(report());
    expect(one?.wrappers).toEqual([]);
    expect(one?.call).toEqual<ReportCall>({
      currPk: KEY,
      abUpgradePk: '0x',
      slot: 600n,
      slotHash: `0x${'01'.repeat(32)}`,
      srdBytes: 1125899906842623n,
      filesSizeBytes: 7n,
      added: [{ cidHex: '0x516d61', sizeBytes: 7n, validAt: 640n }],
      deleted: [],
      srdRoot: '0x02',
      filesRoot: '0x03',
      signature: '0x04',
    });
  });

  it('are found in batches, multisigs and batches of batches, with what is around them', () => {
    const tree = around('utility', 'batch', report(), around('multisig', 'as_multi', report(KEY, 1200)), { x: 1 });
    expect(found(tree).map(({ wrappers, call }) => [wrappers, call?.slot])).toEqual([
      [['utility.batch'], 600n],
      [['utility.batch', 'multisig.as_multi'], 1200n],
    ]);
  });

  it('are not those that are only scheduled or proposed, nor anything that looks a little like one', () => {
    expect(found(around('scheduler', 'schedule', report()))).toEqual([]);
    expect(found(around('utility', 'batch', around('council', 'propose', report()), 1))).toEqual([]);
    expect(found(around('utility', 'batch', { pallet: 'swork', call: 'report_works' }, 'swork.report_works'))).toEqual(
      [],
    );
    for (const junk of [null, 1, '', [], {}]) expect(found(junk)).toEqual([]);
  });

  it('cannot be read where the index cut an argument', () => {
    const cut = `0x${'00'.repeat(10)}… (cut, 9000 characters)`;
    for (const extra of [{ sig: cut }, { added_files: [[cut, '1', 1]] }, { slot: -1 }, { slot: 0.5 }, { curr_pk: 1 }]) {
      const [one] = found(report(KEY, '600', extra));
      expect(one?.call).toBeNull();
    }
  });
});

describe('the call behind a row', () => {
  const keys = ['0xaa', '0xbb'];
  const sentCalls = fc.array(fc.record({ key: fc.constantFrom(...keys), slot: fc.constantFrom(600, 1200) }), {
    minLength: 1,
    maxLength: 7,
  });

  it('is found for every row, each call once, whichever were accepted', () => {
    fc.assert(
      fc.property(sentCalls, (sent) => {
        const calls: FoundReport[] = sent.flatMap(({ key, slot }, i) =>
          found(report(key, slot, { reported_files_size: i })),
        );
        // the first of a key and slot is accepted; the others repeat it; rows stand accepted ones first
        const first = (i: number) =>
          sent.findIndex(({ key, slot }) => key === sent[i]?.key && slot === sent[i]?.slot) === i;
        const order = [...sent.keys()].sort((a, b) => Number(first(b)) - Number(first(a)) || a - b);
        const marks = order.map((i) => ({
          pubKey: sent[i]?.key ?? null,
          slot: sent[i]?.slot ?? 0,
          accepted: first(i),
        }));
        const places = marks.map((_, at) => callOfReport(calls, marks, at)?.call?.filesSizeBytes);
        expect(places).toEqual(order.map(BigInt));
      }),
    );
  });

  it('is nothing for a row that is not there or fits no call', () => {
    const calls = [...found(report('0xaa')), ...found(report('0xbb'))];
    expect(callOfReport(calls, [], 0)).toBeNull();
    expect(callOfReport(calls, [{ pubKey: '0xcc', slot: 600, accepted: true }], 0)).toBeNull();
  });
});
