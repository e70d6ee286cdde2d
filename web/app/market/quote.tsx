import { Amount, columnDigits } from '../../components/amount/amount';
import filter from '../../components/filter/filter.module.css';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText } from '../../components/receipt/proof';
import { Section } from '../../components/section/section';
import { Words } from '../../components/term/term';
import { displayBytes, displayPerbill, formatInteger, ratioPerbill } from '../../lib/format/quantity';
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
  // specs 1 and 2 shared out the base fee as well
  const notes = specVersion !== null && specVersion <= 2 ? words.notesUntilSpec2 : words.notes;
  const total = BigInt(quote.total);
  const parts = [
    { key: 'staking', name: words.staking, note: notes.staking, pico: quote.stakingPart },
    { key: 'storage', name: words.storage, note: notes.storage, pico: quote.storagePart },
    { key: 'reserved', name: words.reserved, note: notes.reserved, pico: quote.reservedPart },
  ];
  const digits = columnDigits(parts.map(({ pico }) => pico));
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
      <h3 className={styles.splitTitle}>{words.split}</h3>
      <dl className={styles.split}>
        {parts.map((part) => (
          <div key={part.key} className={styles.part} data-part={part.key}>
            <dt>
              <Words>{part.name}</Words>
            </dt>
            <dd className={styles.partAmount}>
              <Figure of={part.name} raw={picoText(part.pico)} receipt={receipts} rule={part.note}>
                <Amount pico={part.pico} digits={digits} />
              </Figure>
              <span className={styles.share}>
                <Figure
                  of={words.shareOf(part.name)}
                  raw={`${part.pico} / ${quote.total}`}
                  receipt={receipts}
                  rule={words.shareRule}
                >
                  {displayPerbill(ratioPerbill(BigInt(part.pico), total))}
                </Figure>
              </span>
            </dd>
            <dd className={styles.note}>{part.note}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};
