import { describe, expect, it } from 'vitest';
import { exposition } from './exposition';
import { type GroupMetricsData, groupMetrics } from './group';
import { parseExposition } from './parse-exposition';

const machine = {
  member: 'cTa',
  punished: false,
  punishmentDeadline: '0',
  free: '1000',
  spower: '24',
  codeExpireBlock: 1500,
  lastReportSlot: 960,
  lastReportBlock: 965,
  lastReportTime: '2026-11-21T12:00:00.000Z',
};
const silent = {
  ...machine,
  free: null,
  spower: null,
  codeExpireBlock: null,
  lastReportSlot: null,
  lastReportTime: null,
};
const data: GroupMetricsData = {
  status: { indexedHeight: 1000, indexedTime: '2026-11-21T12:03:30.000Z', profile: { slotBlocks: 30 } },
  group: {
    owner: 'cTo',
    memberCount: 3,
    punishedCount: 1,
    stakeLimit: '1500000000000',
    machines: [
      machine,
      {
        ...machine,
        member: 'cTb',
        punished: true,
        punishmentDeadline: '1200',
        codeExpireBlock: 900,
        lastReportTime: '2026-11-21T11:00:00.000Z',
      },
      { ...silent, member: 'cTc' },
    ],
  },
};

const read = (given: GroupMetricsData) => {
  if (given.group === null) throw new Error('no group');
  const metrics = parseExposition(exposition(groupMetrics(given, given.group)));
  return (name: string, member?: string) =>
    metrics.find((metric) => metric.name === name)?.samples.find(({ labels }) => labels.member === member)?.value;
};

describe('the metrics of a group', () => {
  it('say what the API says, in the units of their names', () => {
    const of = read(data);
    expect(of('crust_index_block')).toBe(1000);
    expect(of('crust_group_members')).toBe(3);
    expect(of('crust_group_punished_members')).toBe(1);
    expect(of('crust_group_stake_limit_cru')).toBe(1.5);
    expect(of('crust_group_last_report_age_seconds')).toBe(210);
    expect(of('crust_group_oldest_report_age_seconds')).toBe(3810);
    expect(of('crust_group_code_expires_in_blocks')).toBe(-100);
    expect(of('crust_member_punished', 'cTb')).toBe(1);
    expect(of('crust_member_punished_until_slot', 'cTb')).toBe(1200);
    expect(of('crust_member_code_expires_in_blocks', 'cTa')).toBe(500);
    expect(of('crust_member_workload_bytes', 'cTa')).toBe(1024);
  });

  it('leave out what is not known rather than say 0', () => {
    const of = read(data);
    expect(of('crust_member_punished', 'cTc')).toBe(0);
    for (const name of ['last_report_age_seconds', 'last_report_slot', 'code_expires_in_blocks', 'workload_bytes'])
      expect(of(`crust_member_${name}`, 'cTc')).toBeUndefined();
    expect(of('crust_member_punished_until_slot', 'cTa')).toBeUndefined();
    const empty = read({
      ...data,
      group: { owner: 'cTo', memberCount: 0, punishedCount: 0, stakeLimit: null, machines: [] },
    });
    expect(empty('crust_group_members')).toBe(0);
    expect(empty('crust_group_stake_limit_cru')).toBeUndefined();
  });
});
