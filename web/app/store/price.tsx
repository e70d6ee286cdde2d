import Link from 'next/link';
import { Amount, columnDigits } from '../../components/amount/amount';
import { PriceSplit } from '../../components/price-split/price-split';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText } from '../../components/receipt/proof';
import { Section } from '../../components/section/section';
import { displayCru } from '../../lib/format/amount';
import { displayBytes, formatInteger } from '../../lib/format/quantity';
import { formatDuration } from '../../lib/format/time';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { FeeCharts } from '../market/steps';
import styles from './page.module.css';
import type { StoreData, StorePrice } from './query';

const words = text.store.price;

const inCru = (pico: string): string => {
  const { whole, fraction } = displayCru(pico);
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

interface PriceProps {
  price: StorePrice;
  status: StoreData['status'];
  rows: StoreData['prices']['nodes'];
}

/** What an order costs now: part by part, who gets it, and how the fees moved. */
export const Price = ({ price, status, rows }: PriceProps) => {
  const { quote } = price;
  const { profile, specVersion } = status;
  const receipt = (fee: string) => receiptIn(price.figureReceipts, fee);
  const receipts = ['baseFee', 'byteFee', 'keysFee'].map(receipt);
  const items = [
    { name: words.base, note: words.baseNote, pico: quote.baseFee, receipt: receipt('baseFee') },
    {
      name: words.size,
      note: words.sizeNote(formatInteger(quote.chargedMib), inCru(price.byteFee)),
      pico: quote.sizeFee,
      receipt: receipt('byteFee'),
      rule: words.sizeRule,
    },
    { name: words.keys, note: words.keysNote, pico: quote.keysFee, receipt: receipt('keysFee') },
  ];
  const digits = columnDigits([...items.map(({ pico }) => pico), quote.tips, quote.total]);
  return (
    <Section title={words.title}>
      <div className={styles.total}>
        {words.for(displayBytes(quote.sizeBytes))}{' '}
        <Figure of={words.total} raw={picoText(quote.total)} receipt={receipts} rule={words.rule}>
          <Amount pico={quote.total} />
        </Figure>
      </div>
      <p className={styles.note}>
        {words.lasts(
          formatInteger(profile.fileDurationBlocks),
          formatDuration(profile.fileDurationBlocks * profile.blockTimeMs),
        )}
      </p>
      <dl className={styles.bill}>
        {items.map((item) => (
          <div key={item.name} className={styles.billRow}>
            <dt>
              {item.name} <span className={styles.note}>{item.note}</span>
            </dt>
            <dd>
              <Figure of={item.name} raw={picoText(item.pico)} receipt={item.receipt} rule={item.rule}>
                <Amount pico={item.pico} digits={digits} />
              </Figure>
            </dd>
          </div>
        ))}
        {quote.tips !== '0' && (
          <div className={styles.billRow}>
            <dt>
              {words.tips} <span className={styles.note}>{words.tipsNote}</span>
            </dt>
            <dd>
              {inCru(quote.tips)} {text.common.cru}
            </dd>
          </div>
        )}
      </dl>
      {specVersion !== null && specVersion <= 16 && <p className={styles.note}>{words.discount}</p>}
      <PriceSplit quote={quote} receipts={receipts} specVersion={specVersion} />
      <h3 className={styles.historyTitle}>{words.history}</h3>
      <p className={styles.note}>
        {words.historyLead} <Link href={route.market}>{words.market}</Link>.
      </p>
      <FeeCharts rows={rows} head={status.indexedHeight} />
    </Section>
  );
};
