import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { parseReportName } from '../../../lib/block-name';
import { decodePart } from '../../../lib/params';
import { loadReportExists } from './query';

interface Props {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** Stands above the loading state, so that what is no report, and a report that is not there, are answered with 404. */
const ReportLayout = async ({ params, children }: Props) => {
  const name = parseReportName(decodePart((await params).id) ?? '');
  if (name === null) notFound();
  const answer = await loadReportExists(name);
  if (answer.ok && answer.data.slotReport === null) notFound();
  return children;
};

export default ReportLayout;
