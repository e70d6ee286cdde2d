import { text } from '../../messages';
import styles from './desk.module.css';

const words = text.desk;

/** The amount all columns of one's own return are reckoned for. */
export const AmountField = ({ value }: { value: string }) => (
  <label className={styles.amount}>
    {words.amount}
    <input type="text" name="amount" inputMode="decimal" size={14} defaultValue={value} autoComplete="off" />
  </label>
);
