import { displayBytes, formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './bytes.module.css';

/** A size in a column: two decimals and a unit of fixed width, so that digits stand under each other. */
export const Bytes = ({ of }: { of: string | null | undefined }) => {
  if (of === null || of === undefined) return <>{text.common.none}</>;
  const [digits = '', unit = ''] = displayBytes(of).split(' ');
  const [whole, fraction = ''] = digits.split('.');
  return (
    <span className={styles.bytes} title={`${formatInteger(of)} B`}>
      {whole}
      {unit !== 'B' && `.${fraction.padEnd(2, '0')}`} <span className={styles.unit}>{unit}</span>
    </span>
  );
};
