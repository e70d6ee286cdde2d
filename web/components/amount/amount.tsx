import { CRU_DECIMALS, PICO_PER_CRU } from '@moho/protocol/amount';
import { displayCru, significantDigits } from '../../lib/format/amount';
import { text } from '../../messages';
import styles from './amount.module.css';

interface AmountProps {
  pico: string | bigint | null | undefined;
  /** false in a column, whose header or caption says CRU */
  unit?: boolean;
  /** decimals that all rows of a column share */
  digits?: number;
}

/**
 * An amount given in pico-CRU, always shown in CRU with as many digits as it takes; all twelve decimals are in the title.
 * Null shows a dash.
 */
export const Amount = ({ pico, unit = true, digits }: AmountProps) => {
  if (pico === null || pico === undefined) return <span className={styles.none}>{text.common.none}</span>;
  const { whole, fraction, exact } = displayCru(pico, !unit, digits);
  return (
    <span className={styles.amount} data-amount="" title={`${exact} ${text.common.cru}`}>
      {whole}
      {fraction !== '' && (
        <span className={styles.fraction} data-nothing={BigInt(pico) === 0n || undefined}>
          .{fraction}
        </span>
      )}
      {unit && <span className={styles.unit}> {text.common.cru}</span>}
    </span>
  );
};

const MOST_DIGITS_BESIDE_WHOLES = 4;

/**
 * Decimals that all rows of a column share: as many as the smallest amount needs to be readable, two at least. Undefined
 * where large and tiny amounts stand in one column, since a row of zeros after each large one would help nobody.
 */
export const columnDigits = (amounts: readonly (string | null)[]): number | undefined => {
  const known = amounts.map((pico) => BigInt(pico ?? 0));
  const most = known.reduce((digits, pico) => Math.max(digits, significantDigits(pico)), 2);
  const wholes = known.some((pico) => pico >= PICO_PER_CRU || pico <= -PICO_PER_CRU);
  return wholes && most > MOST_DIGITS_BESIDE_WHOLES ? undefined : Math.min(CRU_DECIMALS, most);
};
