import { formatPerbillPercent } from '@moho/protocol/amount';
import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { Progress } from '../../../components/progress/progress';
import { Figure } from '../../../components/receipt/figure';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { displayCru } from '../../../lib/format/amount';
import { formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { NodeData } from './query';

const words = text.node.facts;
const pico = (amount: string | null) => (amount === null ? null : `${amount} pico`);

/** What the node weighs: stakes, limit, fee and what is still unclaimed. */
export const Stake = ({ node }: { node: NodeData }) => {
  const limit = BigInt(node.stakeLimit ?? 0);
  const total = BigInt(node.totalStake);
  const ofLimit = `${displayCru(total).whole} / ${displayCru(limit).whole} ${text.common.cru}`;
  return (
    <Section title={words.title} lead={words.lead}>
      <Panel>
        <Stats>
          <Stat label={words.effective}>
            <Amount pico={node.effectiveStake} />
          </Stat>
          <Stat label={words.limit}>
            <Figure of={words.limit} raw={pico(node.stakeLimit)} receipt={node.stakeLimitReceipt}>
              <Amount pico={node.stakeLimit} />
            </Figure>
          </Stat>
          <Stat label={words.total}>
            <Amount pico={node.totalStake} />
          </Stat>
          <Stat label={words.own}>
            <Figure of={words.own} raw={pico(node.ownStake)} receipt={node.ledger?.receipt}>
              <Amount pico={node.ownStake} />
            </Figure>
          </Stat>
          <Stat label={words.guaranteed}>
            <Amount pico={node.guaranteedStake} />
          </Stat>
          <Stat label={words.fee} note={words.feeNote}>
            {node.guaranteeFeePerbill === null ? (
              text.common.none
            ) : (
              <Figure of={words.fee} raw={`${node.guaranteeFeePerbill} / 1,000,000,000`} receipt={node.receipt}>
                {formatPerbillPercent(BigInt(node.guaranteeFeePerbill))} %
              </Figure>
            )}
          </Stat>
        </Stats>
        <div className={styles.bars}>
          <Progress
            label={words.saturation}
            part={total}
            whole={limit}
            value={ofLimit}
            tone={total > limit ? 'warn' : 'good'}
          />
          <Progress
            label={words.capacity}
            part={BigInt(node.guarantorCount)}
            whole={BigInt(node.guarantorCapacity)}
            value={`${formatInteger(node.guarantorCount)} / ${formatInteger(node.guarantorCapacity)}`}
            tone={node.guarantorCount > node.guarantorCapacity ? 'warn' : 'good'}
          />
        </div>
        <div className={styles.below}>
          {node.controller && (
            <span>
              {words.controller} <Address address={node.controller} />
            </span>
          )}
          <span title={words.unclaimedNote}>
            {words.unclaimed}:{' '}
            {node.unclaimedEras.length === 0
              ? words.unclaimedNone
              : node.unclaimedEras.slice(0, 12).map((era, i) => (
                  <span key={era}>
                    {i > 0 && ', '}
                    <Link href={route.era(era)}>{era}</Link>
                  </span>
                ))}
            {node.unclaimedEras.length > 12 && ` +${node.unclaimedEras.length - 12}`}
          </span>
        </div>
      </Panel>
    </Section>
  );
};
