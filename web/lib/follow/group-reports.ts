import { text } from '../../messages';
import { ask } from '../api/ask';
import { formatInteger, shorten } from '../format/quantity';
import { graphql, type ResultOf } from '../graphql';
import { route } from '../route';
import type { Entry } from './entries';

const words = text.follow.group;

const Reported = graphql(`
  fragment FollowedReport on SlotReport {
    name status slot account error errorText block time punished judgedAtBlock judgedTime
  }
`);

const GroupReportsDocument = graphql(
  `
  query FollowGroup($owner: String!) {
    status { indexedHeight genesisHash profile { fileDurationBlocks blockTimeMs slotBlocks } specs { time } }
    account(id: $owner) { address }
    missed: slotReports(first: 100, filter: { owner: $owner, status: MISSED }) { nodes { ...FollowedReport } }
    rejected: slotReports(first: 100, filter: { owner: $owner, status: REJECTED }) { nodes { ...FollowedReport } }
  }
`,
  [Reported],
);

export type FollowedReport = ResultOf<typeof Reported>;

export const askGroupReports = (owner: string) => ask(GroupReportsDocument, { owner });

const PUNISHED_SLOTS = 8;

/** A miss, dated by the judgement that found it, or a refused report. Null while nothing dates it. */
export const reportEntry = (report: FollowedReport, slotBlocks: number): Entry | null => {
  const { name, status, slot, account, block, judgedAtBlock } = report;
  const isMissed = status === 'MISSED';
  const time = isMissed ? report.judgedTime : report.time;
  if (time === null) return null;
  const who = shorten(account, 8, 6);
  const sentences = isMissed
    ? [
        words.missedText(account, formatInteger(slot), formatInteger(judgedAtBlock ?? 0)),
        report.punished ? words.punished(formatInteger(slot + PUNISHED_SLOTS * slotBlocks)) : words.notPunished,
      ]
    : [
        words.rejectedText(account, formatInteger(slot), formatInteger(block ?? 0)),
        report.errorText ?? report.error ?? words.unknown,
      ];
  return {
    name: `report/${name}`,
    title: isMissed ? words.missed(who, formatInteger(slot)) : words.rejected(who, formatInteger(slot)),
    sentences,
    path: route.report(name),
    time: new Date(time),
  };
};
