import { displayCru } from '../../lib/format/amount';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './amount.module.css';

const TINY = 1_000_000n;

/** Below a millionth of a CRU the chain's own unit is easier to read than a row of zeros. */
const isTiny = (pico: bigint) => pico !== 0n && pico < TINY && pico > -TINY;

/** An amount given in pico-CRU, shown in CRU (without the unit: for a column of a table); the exact twelve decimals are in the title. Null shows a dash. */
export const Amount = ({ pico, unit = true }: { pico: string | bigint | null | undefined; unit?: boolean }) => {
  if (pico === null || pico === undefined) return <span className={styles.none}>{text.common.none}</span>;
  const { whole, fraction, exact } = displayCru(pico, !unit);
  if (unit && isTiny(BigInt(pico))) {
    return (
      <span className={styles.amount} title={`${exact} ${text.common.cru}`}>
        {formatInteger(pico)}
        <span className={styles.unit}> {text.common.pico}</span>
      </span>
    );
  }
  return (
    <span className={styles.amount} title={`${exact} ${text.common.cru}`}>
      {whole}
      {fraction !== '' && <span className={styles.fraction}>.{fraction}</span>}
      {unit && <span className={styles.unit}> {text.common.cru}</span>}
    </span>
  );
};
