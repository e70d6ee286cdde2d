import { Amount } from '../../components/amount/amount';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText } from '../../components/receipt/proof';
import { Panel, Section } from '../../components/section/section';
import { Stat, Stats } from '../../components/stat/stat';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import type { Price } from './query';

const words = text.market;

/** The three fees as they stand and the counters that move them, each with its receipt. */
export const Fees = ({ price }: { price: Price }) => {
  const fee = (label: string, note: string, field: 'baseFee' | 'byteFee' | 'keysFee') => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={picoText(price[field])} receipt={receiptIn(price.figureReceipts, field)}>
        <Amount pico={price[field]} />
      </Figure>
    </Stat>
  );
  const counter = (label: string, field: 'fileKeysCount' | 'ordersCount' | 'addedFilesCount', note?: string) =>
    price[field] !== null && (
      <Stat label={label} note={note}>
        <Figure of={label} raw={price[field]} receipt={receiptIn(price.figureReceipts, field)}>
          {formatInteger(price[field])}
        </Figure>
      </Stat>
    );
  return (
    <Section title={words.feesTitle} aside={words.asOf(formatInteger(price.block))}>
      <Panel>
        <Stats>
          {fee(words.fees.base, words.fees.baseNote, 'baseFee')}
          {fee(words.fees.byte, words.fees.byteNote, 'byteFee')}
          {fee(words.fees.keys, words.fees.keysNote, 'keysFee')}
        </Stats>
        <Stats>
          {counter(words.counters.files, 'fileKeysCount')}
          {counter(words.counters.orders, 'ordersCount', words.counters.periodNote)}
          {counter(words.counters.added, 'addedFilesCount', words.counters.periodNote)}
        </Stats>
      </Panel>
    </Section>
  );
};
