import { formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import type { ReportData, ReportPageData } from './query';

const words = text.report.sentence;

/** What came of a report, or of a slot without one, in one plain sentence. */
export const sentenceOf = (
  report: Pick<ReportData, 'status' | 'punished' | 'slot' | 'error' | 'errorText'>,
  { slotBlocks, sweepOffset }: ReportPageData['status']['profile'],
): string => {
  switch (report.status) {
    case 'REPORTED':
      if (report.punished === null) return words.open(formatInteger(report.slot + slotBlocks + sweepOffset));
      return report.punished ? words.punished : words.counts;
    case 'DUPLICATE':
      return words.repeated;
    case 'REJECTED':
      return words.refused(report.errorText ?? report.error ?? '');
    case 'MISSED':
      return report.punished ? words.missed : words.missedOnly;
    case 'EXEMPT':
      return words.exempt;
  }
};
