import { ReportLinks } from '../../../components/report-links/report-links';
import { Section } from '../../../components/section/section';
import { text } from '../../../messages';
import type { ExtrinsicData } from './query';

/** The work reports an extrinsic carried, each with a page of its own. */
export const Reports = ({ reports }: { reports: ExtrinsicData['reports'] }) =>
  reports.length === 0 ? null : (
    <Section title={text.report.inExtrinsic}>
      <ReportLinks reports={reports} />
    </Section>
  );
