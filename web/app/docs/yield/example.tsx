import { BILLION, perbillMul, perbillRatio } from '@moho/protocol/base';
import { payout, stakingReward } from '@moho/protocol/payout';
import { Amount } from '../../../components/amount/amount';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { receiptIn } from '../../../components/receipt/fragment';
import { picoText } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { plainName } from '../../../lib/format/plain';
import { displayPerbill, formatInteger, shorten } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import type { DocsEra, DocsNode, YieldDocs } from './query';

const words = text.yieldDocs.example;

interface Found {
  era: DocsEra;
  node: DocsNode;
  guarantor: DocsNode['guarantors']['nodes'][number];
}

/** The newest closed era with a node that made blocks and shares with a guarantor who is paid. */
const exampleOf = ({ eras }: YieldDocs): Found | null => {
  for (const era of eras.nodes) {
    if (era.endBlock === null || BigInt(era.stakingPayout ?? 0) === 0n) continue;
    for (const node of era.validators.nodes) {
      const [guarantor] = node.guarantors.nodes;
      if (guarantor === undefined || guarantor.clipped || node.total === null || node.authoringPayout === null)
        continue;
      if ((node.guaranteeFeePerbill ?? 0) > 0) return { era, node, guarantor };
    }
  }
  return null;
};

/** One guarantor's reward of one era, step by step, from the rows of the index. */
export const Example = ({ docs }: { docs: YieldDocs }) => {
  const found = exampleOf(docs);
  if (found === null) return null;
  const { era, node, guarantor } = found;
  const [stakingPayout, eraTotalStakes] = [BigInt(era.stakingPayout ?? 0), BigInt(era.totalStake ?? 0)];
  const exposureTotal = BigInt(node.total ?? 0);
  const fee = BigInt(node.guaranteeFeePerbill ?? BILLION);
  const value = BigInt(guarantor.value);
  const paid = payout({
    authoringPayout: BigInt(node.authoringPayout ?? 0),
    stakingPayout,
    eraTotalStakes,
    exposureTotal,
    guarantors: [{ who: guarantor.guarantor, value }],
    guaranteeFeePerbill: fee,
  });
  const amount = (name: string, pico: bigint, figure: string, hint?: string) => ({
    name,
    hint,
    value: (
      <Figure
        of={name}
        raw={picoText(String(pico))}
        receipt={[receiptIn(era.figureReceipts, figure) ?? receiptIn(node.figureReceipts, figure)]}
        rule={hint}
      >
        <Amount pico={pico} />
      </Figure>
    ),
  });
  const part = perbillRatio(exposureTotal, eraTotalStakes);
  const mine = perbillRatio(value, exposureTotal);
  const name = plainName(node.stashAccount.identityDisplay) ?? shorten(node.stash);
  return (
    <Section title={words.title} lead={words.lead(name, formatInteger(era.era), shorten(guarantor.guarantor))}>
      <Panel>
        <KeyValue
          pairs={[
            amount(words.pool, stakingPayout, 'stakingPayout'),
            amount(words.stakes, eraTotalStakes, 'totalStake'),
            amount(words.effective, exposureTotal, 'total'),
            amount(
              words.staking,
              stakingReward(exposureTotal, eraTotalStakes, stakingPayout),
              'total',
              words.stakingHint(displayPerbill(part)),
            ),
            amount(words.authoring, BigInt(node.authoringPayout ?? 0), 'authoringPayout'),
            amount(
              words.shared,
              perbillMul(fee, paid.total),
              'guaranteeFeePerbill',
              words.sharedHint(displayPerbill(fee)),
            ),
            amount(words.reward, paid.guarantors[0]?.amount ?? 0n, 'total', words.rewardHint(displayPerbill(mine))),
          ]}
        />
      </Panel>
    </Section>
  );
};
