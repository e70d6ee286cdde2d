import type { ReactNode } from 'react';
import { displayPerbill, ratioPerbill } from '../../lib/format/quantity';
import { Words } from '../term/term';
import styles from './progress.module.css';

interface ProgressProps {
  label: string;
  part: bigint;
  whole: bigint;
  /** what is written at the right end instead of the percentage */
  value?: ReactNode;
  tone?: 'ember' | 'good' | 'warn' | 'bad';
}

/** A part of a whole as a bar. More than the whole is drawn full and the figure says how much. */
export const Progress = ({ label, part, whole, value, tone = 'ember' }: ProgressProps) => {
  const share = ratioPerbill(part < 0n ? 0n : part, whole);
  const shown = share > 1_000_000_000n ? 1_000_000_000n : share;
  const percent = displayPerbill(share);
  return (
    <div className={styles.progress} data-tone={tone}>
      <div className={styles.words}>
        <span>
          <Words>{label}</Words>
        </span>
        <span className={styles.value}>{value ?? percent}</span>
      </div>
      <svg
        className={styles.bar}
        viewBox="0 0 1000 8"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label}: ${percent}`}
      >
        <rect className={styles.ground} width="1000" height="8" />
        <rect className={styles.fill} width={Number(shown / 1_000_000n)} height="8" />
      </svg>
    </div>
  );
};
