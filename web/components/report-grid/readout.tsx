import { SlotMark } from './mark';
import styles from './report-grid.module.css';

/** What lies under the pointer, or is chosen by keyboard, in one line; screen readers are told by the cell itself. */
export const Readout = ({ letter, row, label }: { letter: string; row: string; label: string }) => (
  <p className={styles.readout} aria-hidden="true" data-readout>
    <SlotMark letter={letter} />
    <strong>{row}</strong>
    <span>{label}</span>
  </p>
);
