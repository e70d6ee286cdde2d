import Link from 'next/link';
import { ReportStatusBadge } from '../../../components/badge/report-status-badge';
import { Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { ReportData } from './query';

const words = text.report;

/** The other reports that came in the same extrinsic. */
export const Siblings = ({ report: { siblings } }: { report: ReportData }) =>
  siblings.length === 0 ? null : (
    <Section title={words.siblings.title}>
      <ul>
        {siblings.map(({ name, status, slot }) => (
          <li key={name}>
            <ReportStatusBadge status={status} />{' '}
            <Link href={route.report(name)}>{words.titleOf(formatInteger(slot))}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
