import { PICO_PER_CRU } from '@moho/protocol/amount';
import { text } from '../../messages';
import { ask } from '../api/ask';
import { graphql, type ResultOf } from '../graphql';
import type { Metric, Sample } from './exposition';

const words = text.metrics;

const GroupMetricsDocument = graphql(`
  query GroupMetrics($owner: String!) {
    status { indexedHeight indexedTime profile { slotBlocks } }
    group(owner: $owner) {
      owner memberCount punishedCount stakeLimit
      machines {
        member punished punishmentDeadline free spower codeExpireBlock lastReportSlot lastReportBlock lastReportTime
      }
    }
  }
`);

export type GroupMetricsData = ResultOf<typeof GroupMetricsDocument>;
type Group = NonNullable<GroupMetricsData['group']>;
type Machine = Group['machines'][number];

export const askGroupMetrics = (owner: string) => ask(GroupMetricsDocument, { owner });

/** A gauge is a double: whole CRU and the decimals it can hold. */
const cru = (pico: string): number => Number(BigInt(pico)) / Number(PICO_PER_CRU);

/** What a monitor asks of a group. Ages count to the newest indexed block, so that they do not depend on the asker's clock. */
export const groupMetrics = ({ status }: GroupMetricsData, group: Group): Metric[] => {
  const head = status.indexedHeight ?? 0;
  const headMs = status.indexedTime === null ? null : Date.parse(status.indexedTime);
  const owner = { owner: group.owner };
  const one = (value: number | null): Sample[] => (value === null ? [] : [{ labels: owner, value }]);
  const each = (of: (machine: Machine) => number | null): Sample[] =>
    group.machines.flatMap((machine) => {
      const value = of(machine);
      return value === null ? [] : [{ labels: { ...owner, member: machine.member }, value }];
    });
  const ageOf = ({ lastReportTime }: Machine): number | null =>
    lastReportTime === null || headMs === null ? null : Math.max(0, (headMs - Date.parse(lastReportTime)) / 1000);
  const leftOf = ({ codeExpireBlock }: Machine): number | null =>
    codeExpireBlock === null ? null : codeExpireBlock - head;
  const known = (values: (number | null)[]): number[] => values.filter((value) => value !== null);
  const ages = known(group.machines.map(ageOf));
  const left = known(group.machines.map(leftOf));
  const workload = ({ free, spower }: Machine) =>
    free === null || spower === null ? null : Number(BigInt(free) + BigInt(spower));
  const help = words.help;
  return [
    { name: 'crust_index_block', help: help.block, samples: [{ labels: {}, value: head }] },
    {
      name: 'crust_index_block_timestamp_seconds',
      help: help.time,
      samples: headMs === null ? [] : [{ labels: {}, value: headMs / 1000 }],
    },
    { name: 'crust_group_members', help: help.members, samples: one(group.memberCount) },
    { name: 'crust_group_punished_members', help: help.punished, samples: one(group.punishedCount) },
    {
      name: 'crust_group_stake_limit_cru',
      help: help.limit,
      samples: one(group.stakeLimit === null ? null : cru(group.stakeLimit)),
    },
    {
      name: 'crust_group_last_report_age_seconds',
      help: help.newest,
      samples: one(ages.length === 0 ? null : Math.min(...ages)),
    },
    {
      name: 'crust_group_oldest_report_age_seconds',
      help: help.oldest,
      samples: one(ages.length === 0 ? null : Math.max(...ages)),
    },
    {
      name: 'crust_group_code_expires_in_blocks',
      help: help.code,
      samples: one(left.length === 0 ? null : Math.min(...left)),
    },
    { name: 'crust_member_punished', help: help.memberPunished, samples: each(({ punished }) => (punished ? 1 : 0)) },
    {
      name: 'crust_member_punished_until_slot',
      help: help.memberUntil,
      samples: each(({ punished, punishmentDeadline }) => (punished ? Number(punishmentDeadline) : null)),
    },
    { name: 'crust_member_last_report_age_seconds', help: help.memberAge, samples: each(ageOf) },
    {
      name: 'crust_member_last_report_slot',
      help: help.memberSlot,
      samples: each(({ lastReportSlot }) => lastReportSlot),
    },
    { name: 'crust_member_code_expires_in_blocks', help: help.memberCode, samples: each(leftOf) },
    { name: 'crust_member_workload_bytes', help: help.memberWork, samples: each(workload) },
  ];
};
