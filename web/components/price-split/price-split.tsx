import { displayPerbill, ratioPerbill } from '../../lib/format/quantity';
import { text } from '../../messages';
import { Amount, columnDigits } from '../amount/amount';
import { Figure } from '../receipt/figure';
import type { ReceiptData } from '../receipt/fragment';
import { picoText } from '../receipt/proof';
import { Words } from '../term/term';
import styles from './price-split.module.css';

const words = text.market.quote;

interface SplitProps {
  quote: { total: string; stakingPart: string; storagePart: string; reservedPart: string };
  /** of the three fees the price is made of */
  receipts: readonly (ReceiptData | null | undefined)[];
  specVersion: number | null;
}

/** Where the price of an order goes: the three pots as layers of one column. */
export const PriceSplit = ({ quote, receipts, specVersion }: SplitProps) => {
  // specs 1 and 2 shared out the base fee as well
  const notes = specVersion !== null && specVersion <= 2 ? words.notesUntilSpec2 : words.notes;
  const total = BigInt(quote.total);
  const parts = [
    { key: 'staking', name: words.staking, note: notes.staking, pico: quote.stakingPart },
    { key: 'storage', name: words.storage, note: notes.storage, pico: quote.storagePart },
    { key: 'reserved', name: words.reserved, note: notes.reserved, pico: quote.reservedPart },
  ];
  const digits = columnDigits(parts.map(({ pico }) => pico));
  return (
    <>
      <h3 className={styles.title}>{words.split}</h3>
      <dl className={styles.split}>
        {parts.map((part) => (
          <div key={part.key} className={styles.part} data-part={part.key}>
            <dt>
              <Words>{part.name}</Words>
            </dt>
            <dd className={styles.amount}>
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
    </>
  );
};
