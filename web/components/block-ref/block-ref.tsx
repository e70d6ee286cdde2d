import Link from 'next/link';
import { formatInteger } from '../../lib/format/quantity';
import { formatRelative, formatUtc } from '../../lib/format/time';
import { route } from '../../lib/route';
import styles from './block-ref.module.css';

/** A moment: how long ago, with the absolute UTC time in the title, or both written out. */
export const Moment = ({ time, both = false, now }: { time: string | Date; both?: boolean; now?: Date }) => {
  const date = new Date(time);
  const relative = formatRelative(date, now ?? new Date());
  return (
    // "5 min ago" may be 6 when the browser draws it again
    <time className={styles.time} dateTime={date.toISOString()} title={formatUtc(date)} suppressHydrationWarning>
      {both ? `${formatUtc(date)} · ${relative}` : relative}
    </time>
  );
};

interface BlockRefProps {
  block: number;
  time?: string | null;
  extrinsicIndex?: number | null;
  both?: boolean;
}

/** A block, or an extrinsic in it, and when that was. */
export const BlockRef = ({ block, time, extrinsicIndex, both = false }: BlockRefProps) => (
  <span className={styles.ref}>
    {extrinsicIndex === null || extrinsicIndex === undefined ? (
      <Link className={styles.number} href={route.block(block)} prefetch={false}>
        {formatInteger(block)}
      </Link>
    ) : (
      <Link className={styles.number} href={route.extrinsic(block, extrinsicIndex)} prefetch={false}>
        {formatInteger(block)}-{extrinsicIndex}
      </Link>
    )}
    {time && <Moment time={time} both={both} />}
  </span>
);
