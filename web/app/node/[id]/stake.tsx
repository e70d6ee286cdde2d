import { formatPerbillPercent } from '@moho/protocol/amount';
import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { Progress } from '../../../components/progress/progress';
import { Figure } from '../../../components/receipt/figure';
import { receiptIn } from '../../../components/receipt/fragment';
import { perbillText, picoText } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { Words } from '../../../components/term/term';
import { displayCru } from '../../../lib/format/amount';
import { formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { NodeData } from './query';

const words = text.node.facts;
const MOST_ERAS = 12;
type Money = 'effectiveStake' | 'stakeLimit' | 'totalStake' | 'ownStake' | 'guaranteedStake';

/** What the node weighs: stakes, limit, fee and what is still unclaimed. */
export const Stake = ({ node, at }: { node: NodeData; at: number | null }) => {
  const limit = BigInt(node.stakeLimit ?? 0);
  const total = BigInt(node.totalStake);
  const fee = node.guaranteeFeePerbill;
  const money = (label: string, field: Money) => (
    <Stat label={label}>
      <Figure of={label} raw={picoText(node[field])} receipt={receiptIn(node.figureReceipts, field)}>
        <Amount pico={node[field]} />
      </Figure>
    </Stat>
  );
  const ofLimit = `${displayCru(total).whole} / ${displayCru(limit).whole} ${text.common.cru}`;
  return (
    <Section
      title={words.title}
      lead={words.lead}
      aside={<Link href={route.limit(node.stash, at)}>{text.limit.link}</Link>}
    >
      <Panel>
        <Stats>
          {money(words.effective, 'effectiveStake')}
          {money(words.limit, 'stakeLimit')}
          {money(words.total, 'totalStake')}
          {money(words.own, 'ownStake')}
          {money(words.guaranteed, 'guaranteedStake')}
          <Stat label={words.fee} note={words.feeNote}>
            <Figure
              of={words.fee}
              raw={perbillText(fee)}
              receipt={receiptIn(node.figureReceipts, 'guaranteeFeePerbill')}
            >
              {fee === null ? text.common.none : `${formatPerbillPercent(BigInt(fee))} %`}
            </Figure>
          </Stat>
        </Stats>
        <div className={styles.bars}>
          <Progress
            label={words.saturation}
            part={total}
            whole={limit}
            value={
              <Figure
                of={words.saturation}
                raw={`${total} / ${limit} pico`}
                receipt={[receiptIn(node.figureReceipts, 'totalStake'), receiptIn(node.figureReceipts, 'stakeLimit')]}
              >
                {ofLimit}
              </Figure>
            }
            tone={total > limit ? 'warn' : 'good'}
          />
          <Progress
            label={words.capacity}
            part={BigInt(node.guarantorCount)}
            whole={BigInt(node.guarantorCapacity)}
            value={
              <Figure
                of={words.guarantorCount}
                raw={node.guarantorCount}
                receipt={receiptIn(node.figureReceipts, 'guarantorCount')}
              >
                {`${formatInteger(node.guarantorCount)} / ${formatInteger(node.guarantorCapacity)}`}
              </Figure>
            }
            tone={node.guarantorCount > node.guarantorCapacity ? 'warn' : 'good'}
          />
        </div>
        <div className={styles.below}>
          {node.controller && (
            <span>
              <Words>{words.controller}</Words> <Address address={node.controller} />
            </span>
          )}
          <span>
            <Words hint={words.unclaimedNote}>{words.unclaimed}</Words>:{' '}
            <Figure
              of={words.unclaimed}
              raw={node.unclaimedEras.join(', ') || words.unclaimedNone}
              receipt={receiptIn(node.figureReceipts, 'unclaimedEras')}
            >
              <span>
                {node.unclaimedEras.length === 0
                  ? words.unclaimedNone
                  : node.unclaimedEras.slice(0, MOST_ERAS).map((era, i) => (
                      <span key={era}>
                        {i > 0 && ', '}
                        <Link href={route.era(era)}>{formatInteger(era)}</Link>
                      </span>
                    ))}
                {node.unclaimedEras.length > MOST_ERAS && words.unclaimedMore(node.unclaimedEras.length - MOST_ERAS)}
              </span>
            </Figure>
          </span>
        </div>
      </Panel>
    </Section>
  );
};
