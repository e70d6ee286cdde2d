import { CRU_DECIMALS } from '@moho/protocol/amount';
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

/** Decimals a column needs for its smallest amount to be readable, two at least. */
export const columnDigits = (amounts: readonly (string | null)[]): number =>
  amounts.reduce((most, pico) => Math.max(most, Math.min(CRU_DECIMALS, significantDigits(pico ?? '0'))), 2);
