import Link from 'next/link';
import { formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { ReportStatusBadge } from '../badge/report-status-badge';
import styles from './report-links.module.css';

interface Linked {
  name: string;
  status: keyof typeof text.report.states;
  slot: number;
}

/** Work reports, each a link with what came of it. */
export const ReportLinks = ({ reports }: { reports: readonly Linked[] }) => (
  <ul className={styles.list}>
    {reports.map(({ name, status, slot }) => (
      <li key={name}>
        <ReportStatusBadge status={status} />{' '}
        <Link href={route.report(name)}>{text.report.titleOf(formatInteger(slot))}</Link>
      </li>
    ))}
  </ul>
);
