import { text } from '../../messages';
import { SlotMark } from './mark';
import { LEGEND } from './marks';
import styles from './report-grid.module.css';

const words = text.group.grid;

/** What the signs and letters mean. */
export const GridLegend = () => (
  <ul className={styles.legend}>
    {LEGEND.map((letter) => (
      <li key={letter}>
        <SlotMark letter={letter} />
        <code aria-hidden="true">{letter}</code>
        {words.states[letter]}
      </li>
    ))}
    <li>{words.small}</li>
  </ul>
);
