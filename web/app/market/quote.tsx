import { Amount } from '../../components/amount/amount';
import filter from '../../components/filter/filter.module.css';
import { PriceSplit } from '../../components/price-split/price-split';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText } from '../../components/receipt/proof';
import { Section } from '../../components/section/section';
import { displayBytes, formatInteger } from '../../lib/format/quantity';
import { formatDuration } from '../../lib/format/time';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import type { MarketData, Price } from './query';

const words = text.market.quote;

interface QuoteProps {
  price: Price;
  given: string;
  problem: string | null;
  status: MarketData['status'];
}

/** What an order of a given size costs now, and the three pots it goes to as layers of one column. */
export const Quote = ({ price, given, problem, status }: QuoteProps) => {
  const { quote } = price;
  const { profile, specVersion } = status;
  const receipts = ['baseFee', 'byteFee', 'keysFee'].map((fee) => receiptIn(price.figureReceipts, fee));
  const lasts = words.lasts(
    formatInteger(profile.fileDurationBlocks),
    formatDuration(profile.fileDurationBlocks * profile.blockTimeMs),
  );
  return (
    <Section title={words.title}>
      <form method="get" action={route.market} className={filter.filter}>
        <label className={filter.field}>
          {words.size}
          <input type="text" name="size" defaultValue={given} maxLength={40} size={12} autoComplete="off" />
        </label>
        <div className={filter.actions}>
          <button type="submit">{words.ask}</button>
        </div>
        {problem !== null && <p className={filter.warning}>{problem}</p>}
      </form>
      <div className={styles.total}>
        {displayBytes(quote.sizeBytes)}:{' '}
        <Figure of={words.total} raw={picoText(quote.total)} receipt={receipts} rule={words.rule}>
          <Amount pico={quote.total} />
        </Figure>
      </div>
      <p className={styles.note}>{lasts}</p>
      <PriceSplit quote={quote} receipts={receipts} specVersion={specVersion} />
    </Section>
  );
};
