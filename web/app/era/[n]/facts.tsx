import { Amount } from '../../../components/amount/amount';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { Progress } from '../../../components/progress/progress';
import { Figure } from '../../../components/receipt/figure';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { EraData } from './query';

const words = text.era.facts;

/** The era's own figures: stake, pool and what of it was claimed. */
export const Facts = ({ era }: { era: EraData }) => {
  const [stakes, payout, market] = era.receipts;
  const pool = BigInt(era.stakingPayout ?? 0) + BigInt(era.authoringTotal ?? 0);
  const money = (of: string, pico: string | null, receipt: typeof stakes, note?: string) => (
    <Stat label={of} note={note}>
      <Figure of={of} raw={pico === null ? null : `${pico} pico`} receipt={pico === null ? null : receipt}>
        <Amount pico={pico} />
      </Figure>
    </Stat>
  );
  return (
    <Section title={words.title}>
      <Panel>
        <Stats>
          {money(words.totalStake, era.totalStake, stakes)}
          {money(words.staking, era.stakingPayout, payout)}
          {money(words.authoring, era.authoringTotal, undefined)}
          {money(words.market, era.marketPayout, market, words.marketNote)}
          {money(words.paid, era.paidTotal, undefined)}
          {money(words.issuance, era.issuance, undefined)}
          <Stat label={words.elected}>
            {era.electedCount === null ? text.common.none : formatInteger(era.electedCount)}
          </Stat>
          <Stat label={words.points}>
            {era.rewardPoints === null ? text.common.none : formatInteger(era.rewardPoints)}
          </Stat>
          {era.startBlock !== null && (
            <Stat label={words.start}>
              <BlockRef block={era.startBlock} time={era.startTime} />
            </Stat>
          )}
          <Stat label={words.end}>
            {era.endBlock === null ? words.running : <BlockRef block={era.endBlock} time={era.endTime} />}
          </Stat>
          {era.prunedAtBlock !== null && (
            <Stat label={words.pruned}>
              <BlockRef block={era.prunedAtBlock} />
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
