import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReportStatusBadge } from '../../../components/badge/report-status-badge';
import { PageHead } from '../../../components/page-head/page-head';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { TimeMachine } from '../../../components/time-machine/time-machine';
import { parseReportName } from '../../../lib/block-name';
import { formatInteger } from '../../../lib/format/quantity';
import { decodePart, first, readAt, type SearchParams, withQuery } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Applied } from './applied';
import { Content } from './content';
import { Facts } from './facts';
import { Files } from './files';
import { loadReport } from './query';
import { Recovery } from './recovery';
import { sentenceOf } from './sentence';
import { Siblings } from './siblings';
import { Signature } from './signature';
import { Transition } from './transition';
import { Why } from './why';

const words = text.report;
const FILES_SHOWN = 25;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: `${words.kind} ${decodePart((await params).id)?.slice(0, 24) ?? ''}`,
});

/** One work report: what it said, what came of it, and what to do where it was refused. */
const ReportPage = async ({ params, searchParams }: Props) => {
  const part = decodePart((await params).id) ?? '';
  const name = parseReportName(part);
  const query = await searchParams;
  const at = readAt(query);
  if (name === null) return <BadInputPage sentence={words.bad(part)} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const after = first(query, 'files');
  const verify = first(query, 'verify') === '1';
  const answer = await loadReport({ name, at: at.block, files: FILES_SHOWN, after, verify });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { slotReport: report, status, spowerService } = answer.data;
  if (report === null) notFound();
  const path = route.report(report.name);
  const hrefWith = (changes: Record<string, string | null>) => withQuery(path, query, changes);
  return (
    <>
      <PageHead
        kind={words.kind}
        badges={<ReportStatusBadge status={report.status} />}
        title={words.titleOf(formatInteger(report.slot))}
        sentence={sentenceOf(report, status.profile)}
      >
        <TimeMachine path={path} at={at.block} asOf={report.accountEntity?.asOf ?? report.slot} />
      </PageHead>
      <Why report={report} />
      <Recovery report={report} />
      <Facts report={report} slotBlocks={status.profile.slotBlocks} />
      <Content report={report} />
      <Applied report={report} service={spowerService} />
      <Signature report={report} href={hrefWith({ verify: '1' })} />
      <Transition report={report} />
      <Files report={report} after={after} hrefWith={hrefWith} />
      <Siblings report={report} />
    </>
  );
};

export default ReportPage;
