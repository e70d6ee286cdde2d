import Link from 'next/link';
import { type Glyph, StatusBadge, type Tone } from '../../../components/badge/badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { Panel, Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { ReportData, ReportPageData } from './query';

const words = text.report.applied;
type State = keyof typeof words.states;

const LOOK: Record<State, [Tone, Glyph]> = {
  AT_ONCE: ['good', 'disc'],
  NO_FILES: ['idle', 'dash'],
  APPLIED: ['good', 'disc'],
  WAITING: ['wait', 'ring'],
  PASSED_OVER: ['warn', 'triangle'],
  NOT_ACCEPTED: ['idle', 'dash'],
};

interface Props {
  report: ReportData;
  service: ReportPageData['spowerService'];
}

/** Whether the files of a report have become replicas, and how far the service that does it has got. */
export const Applied = ({ report: { application }, service }: Props) => {
  if (application === null || application.state === 'NOT_ACCEPTED') return null;
  const { state, sentence, lastProcessedBlock, lagBlocks } = application;
  const [tone, glyph] = LOOK[state];
  const byService = state === 'APPLIED' || state === 'WAITING' || state === 'PASSED_OVER';
  return (
    <Section
      title={words.title}
      lead={sentence}
      aside={byService ? <Link href={`${route.reports}#service`}>{words.chart}</Link> : undefined}
      anchor="applied"
    >
      <Panel>
        <p className={styles.state}>
          <StatusBadge tone={tone} glyph={glyph}>
            {words.states[state]}
          </StatusBadge>
        </p>
        {byService && (
          <KeyValue
            pairs={[
              lastProcessedBlock === null
                ? null
                : {
                    name: words.processed,
                    value: (
                      <Figure of={words.processed} raw={lastProcessedBlock} receipt={service?.receipt}>
                        <BlockRef block={lastProcessedBlock} />
                      </Figure>
                    ),
                  },
              lagBlocks === null
                ? null
                : {
                    name: words.lag,
                    value: (
                      <Figure
                        of={words.lag}
                        raw={lagBlocks}
                        receipt={service?.receipt}
                        rule={text.reports.service.lagRule}
                      >
                        {words.blocks(formatInteger(lagBlocks))}
                      </Figure>
                    ),
                  },
            ]}
          />
        )}
      </Panel>
    </Section>
  );
};
