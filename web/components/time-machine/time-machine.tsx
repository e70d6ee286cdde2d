import Link from 'next/link';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import { Moment } from '../block-ref/block-ref';
import styles from './time-machine.module.css';

const words = text.common.at;

interface TimeMachineProps {
  /** the page without `at` */
  path: string;
  /** the block asked for, null for now */
  at: number | null;
  /** the block the answer holds for */
  asOf: number;
  time?: string | null;
}

/** Shows for which block a page holds and lets people ask for another one. */
export const TimeMachine = ({ path, at, asOf, time }: TimeMachineProps) => (
  <div className={styles.machine} data-past={at !== null}>
    {at !== null && (
      <span className={styles.banner}>
        {words.banner(formatInteger(asOf))} {time && <Moment time={time} both />} <Link href={path}>{words.now}</Link>
      </span>
    )}
    <form method="get" action={path} className={styles.form}>
      <label>
        {words.label}
        <input
          type="text"
          inputMode="numeric"
          name="at"
          defaultValue={formatInteger(at ?? asOf)}
          size={11}
          maxLength={16}
        />
      </label>
      <button type="submit">{words.go}</button>
    </form>
  </div>
);
