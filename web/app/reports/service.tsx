import { BlockRef } from '../../components/block-ref/block-ref';
import { LineChart } from '../../components/chart/line-chart';
import { NothingYet } from '../../components/empty/empty';
import { Figure } from '../../components/receipt/figure';
import { Panel, Section } from '../../components/section/section';
import { Stat, Stats } from '../../components/stat/stat';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './page.module.css';
import type { ReportsData } from './query';

const words = text.reports.service;
type ServiceData = NonNullable<ReportsData['spowerService']>;

const Lag = ({ service: { lags, lagBlocks } }: { service: ServiceData }) => {
  if (lags.length < 2) return null;
  const worst = Math.max(...lags.map((lag) => lag.lagBlocks));
  return (
    <div className={styles.single}>
      <LineChart
        title={words.chart}
        summary={words.summary(words.blocks(formatInteger(lagBlocks ?? 0)), words.blocks(formatInteger(worst)))}
        xFormat={(slot) => formatInteger(Math.round(slot))}
        yFormat={(n) => (Number.isInteger(n) ? formatInteger(n) : '')}
        fromZero
        series={[
          {
            label: words.lag,
            tone: 'ember',
            points: lags.map((lag) => ({
              x: lag.slot,
              y: lag.lagBlocks,
              title: words.point(formatInteger(lag.slot), formatInteger(lag.lagBlocks)),
            })),
          },
        ]}
      />
    </div>
  );
};

/** How far the spower service has got, now and over time. */
export const Service = ({ service }: { service: ReportsData['spowerService'] }) => {
  if (service === null || service.lastProcessedBlock === null) {
    return (
      <Section title={words.title} anchor="service">
        <NothingYet>{words.none}</NothingYet>
      </Section>
    );
  }
  const { lastProcessedBlock, lagBlocks, waitingReports, waitingFiles, oldestWaitingBlock, receipt } = service;
  const waitingNote = [
    words.waitingNote(formatInteger(waitingFiles)),
    ...(oldestWaitingBlock === null ? [] : [words.oldest(formatInteger(oldestWaitingBlock))]),
  ].join(', ');
  return (
    <Section title={words.title} lead={words.lead} anchor="service">
      <Panel>
        <Stats>
          <Stat label={words.processed}>
            <Figure of={words.processed} raw={lastProcessedBlock} receipt={receipt}>
              <BlockRef block={lastProcessedBlock} />
            </Figure>
          </Stat>
          {lagBlocks !== null && (
            <Stat label={words.lag}>
              <Figure of={words.lag} raw={lagBlocks} receipt={receipt} rule={words.lagRule}>
                {words.blocks(formatInteger(lagBlocks))}
              </Figure>
            </Stat>
          )}
          <Stat label={words.waiting} note={waitingReports === 0 ? undefined : waitingNote}>
            <Figure of={words.waiting} raw={waitingReports} receipt={receipt} rule={words.waitingRule}>
              {formatInteger(waitingReports)}
            </Figure>
          </Stat>
        </Stats>
        <Lag service={service} />
      </Panel>
    </Section>
  );
};
