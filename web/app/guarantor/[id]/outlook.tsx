import { Amount } from '../../../components/amount/amount';
import { Note } from '../../../components/note/note';
import { Figure } from '../../../components/receipt/figure';
import { receiptIn } from '../../../components/receipt/fragment';
import { picoText } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { cruText } from '../../../lib/format/amount';
import { plainName } from '../../../lib/format/plain';
import { displayPerbill, formatInteger, shorten } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import type { GuarantorData } from './query';

const words = text.guarantor;
type Target = GuarantorData['targets'][number];

const perbill = (parts: string | null) => (parts === null ? text.common.none : displayPerbill(BigInt(parts)));

const warningsOf = ({ validator, target, changes }: Target) => {
  const name = plainName(target.stashAccount.identityDisplay) ?? shorten(validator);
  return changes.map(({ kind, block, feeBeforePerbill, feePerbill }) => {
    const at = formatInteger(block);
    const sentence = {
      FEE: words.warnings.FEE(name, perbill(feeBeforePerbill), perbill(feePerbill), at),
      LEFT: words.warnings.LEFT(name, at),
      JOINED: words.warnings.JOINED(name, perbill(feePerbill), at),
    }[kind];
    return { key: `${validator}-${block}-${kind}`, sentence };
  });
};

/** What the nodes did since the guarantees were given: fees changed, candidates left. */
export const Warnings = ({ targets }: { targets: readonly Target[] }) => {
  const all = targets.flatMap(warningsOf);
  if (all.length === 0) return null;
  return (
    <Note tone="warn" title={words.warnings.title}>
      <ul>
        {all.map(({ key, sentence }) => (
          <li key={key}>{sentence}</li>
        ))}
      </ul>
    </Note>
  );
};

/** What an era would bring, were its snapshot taken now; said to be a forecast. */
export const Forecast = ({ forecast }: { forecast: GuarantorData['forecast'] }) => {
  if (forecast === null) return null;
  const { title, sentence, amount } = words.forecast;
  return (
    <Section title={title} lead={sentence(cruText(forecast.amount), formatInteger(forecast.poolOfEra))}>
      <Panel>
        <Stats>
          <Stat label={amount}>
            <Figure of={amount} raw={picoText(forecast.amount)} receipt={receiptIn(forecast.figureReceipts, 'amount')}>
              <Amount pico={forecast.amount} />
            </Figure>
          </Stat>
        </Stats>
      </Panel>
    </Section>
  );
};
