import Link from 'next/link';
import { Address } from '../../../../components/address/address';
import { Amount } from '../../../../components/amount/amount';
import { BlockRef } from '../../../../components/block-ref/block-ref';
import { Bytes } from '../../../../components/bytes/bytes';
import { Figure } from '../../../../components/receipt/figure';
import { receiptIn } from '../../../../components/receipt/fragment';
import { picoText } from '../../../../components/receipt/proof';
import { formatInteger, shorten } from '../../../../lib/format/quantity';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import styles from './page.module.css';
import type { LimitPart, LimitRow } from './query';

const words = text.limit.changes;

const FromTo = ({ part, row }: { part: LimitPart; row: LimitRow }) => {
  const isBytes = row.kind === 'SWEEP';
  const exact = (value: string | null) => (isBytes ? `${value} B` : picoText(value));
  const shown = (value: string | null) => (isBytes ? <Bytes of={value} /> : <Amount pico={value} />);
  return (
    <Figure
      of={text.limit.causes[part.cause]}
      raw={`${exact(row.before)} → ${exact(row.after)}`}
      receipt={receiptIn(part.figureReceipts, 'amount')}
    >
      {words.from} {shown(row.before)} {words.to} {shown(row.after)}
    </Figure>
  );
};

/** One row of the index that a part follows from, with ways to it. */
const CauseRow = ({ part, row }: { part: LimitPart; row: LimitRow }) => (
  <li className={styles.row}>
    {row.account !== null && <Address address={row.account} name={row.memberAccount?.identityDisplay ?? null} />}
    {row.file !== null && (
      <Link href={route.file(row.file.cid)} className="mono" title={row.file.cid}>
        {shorten(row.file.cid, 6, 4)}
      </Link>
    )}
    {row.era !== null && <Link href={route.era(row.era)}>{text.era.titleOf(formatInteger(row.era))}</Link>}
    {row.bytes !== null && (
      <span className={styles.bytes}>
        {row.bytes.startsWith('-') ? '−' : '+'}
        <Bytes of={row.bytes.replace('-', '')} />
      </span>
    )}
    {row.before !== null && <FromTo part={part} row={row} />}
    {row.kind === 'JUDGEMENT' && row.slot !== null && <span>{words.slot(formatInteger(row.slot))}</span>}
    {row.block !== null && <BlockRef block={row.block} extrinsicIndex={row.extrinsicIndex} />}
  </li>
);

/** What a part follows from, the weightiest first. */
export const CauseRows = ({ part }: { part: LimitPart }) => (
  <ul className={styles.rows}>
    {part.rows.map((row) => (
      <CauseRow key={`${row.kind} ${row.account} ${row.file?.cid} ${row.block} ${row.bytes}`} part={part} row={row} />
    ))}
    {part.rowCount > part.rows.length && (
      <li className={styles.moreRows}>{words.moreRows(formatInteger(part.rowCount - part.rows.length))}</li>
    )}
  </ul>
);
