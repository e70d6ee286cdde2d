import Link from 'next/link';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Note } from '../../../components/note/note';
import { Panel, Section } from '../../../components/section/section';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { ReportData } from './query';

const words = text.report;
/** From this runtime on a service outside the chain reads reports, and only those that stand alone. */
const SERVICE_SPEC = 23;

const Refused = ({ report }: { report: ReportData }) => (
  <Section title={words.why.title}>
    <Panel>
      <KeyValue
        pairs={[
          { name: words.why.name, value: <code>{report.error}</code> },
          { name: words.why.meaning, value: report.errorText },
          { name: words.why.advice, value: report.errorAdvice ?? words.why.noAdvice },
        ]}
      />
    </Panel>
  </Section>
);

const Repeated = ({ counted }: { counted: NonNullable<ReportData['acceptedReport']> }) => (
  <Section title={words.duplicate.title} lead={words.duplicate.sentence}>
    <p>
      <Link href={route.report(counted.name)}>{words.duplicate.link(counted.name)}</Link>
    </p>
  </Section>
);

const Wrapped = ({ report, wrappers }: { report: ReportData; wrappers: readonly string[] }) => {
  const around = wrappers.join(' › ');
  const matters = (report.blockEntity?.specVersion ?? SERVICE_SPEC) >= SERVICE_SPEC;
  return (
    <Note tone={matters ? 'warn' : 'idle'} title={words.wrapped.title}>
      {matters ? words.wrapped.sentence(around) : words.wrapped.before(around)}
    </Note>
  );
};

/** Why a report came to nothing or may come to nothing, and what its sender does next. */
export const Why = ({ report }: { report: ReportData }) => {
  const wrappers = report.content?.wrappers ?? [];
  return (
    <>
      {wrappers.length > 0 && <Wrapped report={report} wrappers={wrappers} />}
      {report.error !== null && <Refused report={report} />}
      {report.acceptedReport && <Repeated counted={report.acceptedReport} />}
    </>
  );
};
