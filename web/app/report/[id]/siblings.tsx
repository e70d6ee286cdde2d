import { ReportLinks } from '../../../components/report-links/report-links';
import { Section } from '../../../components/section/section';
import { text } from '../../../messages';
import type { ReportData } from './query';

/** The other reports that came in the same extrinsic. */
export const Siblings = ({ report: { siblings } }: { report: ReportData }) =>
  siblings.length === 0 ? null : (
    <Section title={text.report.siblings}>
      <ReportLinks reports={siblings} />
    </Section>
  );
