import Link from 'next/link';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Note } from '../../../components/note/note';
import { Figure } from '../../../components/receipt/figure';
import { bytesText } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { displayBytes } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Copied, CopiedBlock } from './copied';
import type { ReportData } from './query';

const words = text.report.recovery;
const names = text.report.content;

const command = (body: string): string =>
  `curl -X POST http://127.0.0.1:12222/api/v0/file/recover_illegal -H 'Content-Type: application/json' -d '${body}'`;

/** What to tell an enclave whose files do not add up: the last report the chain accepted, ready to copy. */
export const Recovery = ({ report }: { report: ReportData }) => {
  const { recovery } = report;
  if (!recovery) return null;
  const { explains, repeated, lastReport } = recovery;
  const hasBody = recovery.addedCount + recovery.deletedCount > 0;
  const receipt = report.transition?.receipt;
  const bytes = (of: string, value: string | null) =>
    value === null
      ? null
      : {
          name: of,
          value: (
            <Figure of={of} raw={bytesText(value)} receipt={receipt}>
              {displayBytes(value)}&ensp;
              <Copied value={value} what={of} />
            </Figure>
          ),
        };
  const hash = (of: string, value: string | null) =>
    value === null ? null : { name: of, value: <Copied value={value} what={of} /> };
  return (
    <Section title={words.title} lead={words.lead} anchor="recovery">
      <Note tone={explains ? 'good' : 'warn'}>
        {explains ? words.explains(repeated) : hasBody ? words.partly(repeated) : words.nothing}
      </Note>
      <Panel>
        <KeyValue
          pairs={[
            {
              name: words.last,
              value: <Link href={route.report(lastReport.name)}>{text.report.duplicate.link(lastReport.name)}</Link>,
            },
            hasBody
              ? {
                  name: words.body,
                  hint: words.bodyHint,
                  value: <CopiedBlock value={recovery.body} what={words.body} />,
                }
              : { name: words.body, value: words.none },
            !hasBody
              ? null
              : {
                  name: words.command,
                  hint: words.commandHint,
                  value: <CopiedBlock value={command(recovery.body)} what={words.command} />,
                },
            bytes(names.srd, recovery.srdBytes),
            bytes(names.files, recovery.filesSizeBytes),
            hash(names.srdRoot, recovery.srdRoot),
            hash(names.filesRoot, recovery.filesRoot),
          ]}
        />
      </Panel>
    </Section>
  );
};
