import type { ReactNode } from 'react';
import { Amount } from '../../../components/amount/amount';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { Progress } from '../../../components/progress/progress';
import { Figure } from '../../../components/receipt/figure';
import { receiptIn } from '../../../components/receipt/fragment';
import { picoText } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { EraData } from './query';

const words = text.era.facts;

/** The era's own figures: stake, pool and what of it was claimed. */
export const Facts = ({ era }: { era: EraData }) => {
  const pool = BigInt(era.stakingPayout ?? 0) + BigInt(era.authoringTotal ?? 0);
  const figure = (label: string, field: string, raw: string | null, shown: ReactNode, note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={raw} receipt={receiptIn(era.figureReceipts, field)}>
        {raw === null ? text.common.none : shown}
      </Figure>
    </Stat>
  );
  const money = (
    label: string,
    field: 'totalStake' | 'stakingPayout' | 'authoringTotal' | 'marketPayout' | 'paidTotal' | 'issuance',
    note?: string,
  ) => figure(label, field, picoText(era[field]), <Amount pico={era[field]} />, note);
  const count = (label: string, field: 'electedCount' | 'rewardPoints') =>
    figure(label, field, era[field] === null ? null : String(era[field]), formatInteger(era[field] ?? 0));
  return (
    <Section title={words.title}>
      <Panel>
        <Stats>
          {money(words.totalStake, 'totalStake')}
          {money(words.staking, 'stakingPayout')}
          {money(words.authoring, 'authoringTotal')}
          {money(words.market, 'marketPayout', words.marketNote)}
          {money(words.paid, 'paidTotal')}
          {money(words.issuance, 'issuance')}
          {count(words.elected, 'electedCount')}
          {count(words.points, 'rewardPoints')}
          {era.startBlock !== null && (
            <Stat label={words.start}>
              <Figure
                of={words.start}
                raw={era.startBlock}
                receipt={receiptIn(era.figureReceipts, 'startSession')}
                rule={words.startRule}
              >
                <BlockRef block={era.startBlock} time={era.startTime} />
              </Figure>
            </Stat>
          )}
          <Stat label={words.end}>
            {era.endBlock === null ? (
              words.running
            ) : (
              <Figure
                of={words.end}
                raw={era.endBlock}
                receipt={receiptIn(era.figureReceipts, 'stakingPayout')}
                rule={words.endRule}
              >
                <BlockRef block={era.endBlock} time={era.endTime} />
              </Figure>
            )}
          </Stat>
          {era.prunedAtBlock !== null && (
            <Stat label={words.pruned}>
              <Figure
                of={words.pruned}
                raw={era.prunedAtBlock}
                receipt={receiptIn(era.figureReceipts, 'totalStake')}
                rule={words.prunedRule}
              >
                <BlockRef block={era.prunedAtBlock} />
              </Figure>
            </Stat>
          )}
        </Stats>
        {pool > 0n && (
          <div className={styles.bar}>
            <Progress label={words.claimed} part={BigInt(era.paidTotal)} whole={pool} tone="good" />
          </div>
        )}
      </Panel>
    </Section>
  );
};
