import { Amount } from '../../components/amount/amount';
import { Figure } from '../../components/receipt/figure';
import { Panel, Section } from '../../components/section/section';
import { Stat, Stats } from '../../components/stat/stat';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import type { Price } from './query';

const words = text.market;

/** The three fees as they stand, each with its receipt. */
export const Fees = ({ price }: { price: Price }) => {
  const [base, byte, keys] = price.receipts;
  const fee = (label: string, note: string, pico: string, receipt: typeof base) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={`${pico} pico`} receipt={receipt}>
        <Amount pico={pico} />
      </Figure>
    </Stat>
  );
  return (
    <Section title={words.feesTitle} aside={words.asOf(formatInteger(price.block))}>
      <Panel>
        <Stats>
          {fee(words.fees.base, words.fees.baseNote, price.baseFee, base)}
          {fee(words.fees.byte, words.fees.byteNote, price.byteFee, byte)}
          {fee(words.fees.keys, words.fees.keysNote, price.keysFee, keys)}
        </Stats>
      </Panel>
    </Section>
  );
};
