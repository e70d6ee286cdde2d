import { describe, expect, it } from 'vitest';
import { correctingExtrinsic } from './corrected';
import type { CallFact } from './facts';

const machine = { account: 'cMachine', anchor: '0xaa' };
const call = (name: string, extrinsicIndex: number, args = '[]', block = 7): CallFact => ({
  block,
  extrinsicIndex,
  name,
  args,
});
const report = { anchor: '0xaa', id: 'r', slot: 0, block: 7, extrinsicIndex: 3 };
const named = (calls: CallFact[], accepted: (typeof report)[] = []) =>
  correctingExtrinsic(machine, 7, { call: calls, accepted });

describe('the call that corrected a machine’s spower', () => {
  it('is the service’s correction of that block', () => {
    expect(named([call('UpdateSpowerSuccess', 2), call('UpdateSpowerSuccess', 5, '[]', 8)], [report])).toBe(2);
  });

  it('is the way out of a group, when it is the machine’s own', () => {
    const quits = [call('QuitGroupSuccess', 4, '["cMachine"]'), call('QuitGroupSuccess', 6, '["cOther"]')];
    expect(named([...quits, call('UpdateSpowerSuccess', 2)])).toBe(4);
  });

  it('is the report, where nothing else can be', () => {
    expect(named([call('CalculateSuccess', 9)], [report])).toBe(3);
    expect(named([call('CalculateSuccess', 9)], [{ ...report, anchor: '0xbb' }])).toBe(9);
  });

  it('is not guessed among several, nor made up', () => {
    expect(named([call('UpdateSpowerSuccess', 2), call('UpdateSpowerSuccess', 3)])).toBeNull();
    expect(named([call('UpdateSpowerSuccess', 2, '[]', 6)])).toBeNull();
  });
});
