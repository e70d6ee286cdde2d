import { markOf } from './marks';
import styles from './report-grid.module.css';

/** The sign of one state outside the picture: legend, details, table. */
export const SlotMark = ({ letter }: { letter: string }) => {
  const { tone, fill, line, cut } = markOf(letter);
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 16 16"
      className={styles.mark}
      data-tone={tone}
      aria-hidden="true"
      focusable="false"
    >
      {fill && <path d={fill} fill="currentColor" />}
      {line && <path d={line} fill="none" stroke="currentColor" strokeWidth="1.6" />}
      {cut && <path d={cut} fill="none" stroke="var(--sheet)" strokeWidth="2.4" />}
    </svg>
  );
};
