import Link from 'next/link';
import { plainName } from '../../lib/format/plain';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { first, type Query } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { DAY_COLUMNS } from '../report-grid/geometry';
import { markOf } from '../report-grid/marks';
import { withUnusual } from '../report-grid/unusual';
import styles from './audit.module.css';
import type { AuditGridData, UnusualData } from './query';

const words = text.group.table;
const ROWS = 20;

interface Props {
  grid: AuditGridData;
  /** null: it could not be read */
  unusual: UnusualData | null;
  query: Query;
  href: (changes: Record<string, string | null>) => string;
  at: number | null;
}

const pageOf = (query: Query, name: string, pages: number): number =>
  Math.min(Math.max(0, pages - 1), Number(first(query, name) ?? 0));

/** What follows a step to another page of the table; null where there is none. */
const Step = ({
  to,
  pages,
  name,
  href,
  children,
}: {
  to: number;
  pages: number;
  name: string;
  href: Props['href'];
  children: string;
}) =>
  to < 0 || to >= pages ? (
    <span />
  ) : (
    <Link href={href({ [name]: to === 0 ? null : String(to) })} scroll={false} prefetch={false}>
      {children}
    </Link>
  );

/** The same cells as a plain table: 24 slots of 20 machines at a time, newest slots first, each letter with its meaning. */
export const SlotTable = ({ grid, unusual, query, href, at }: Props) => {
  const { slots } = grid;
  const clock = { firstSlot: slots[0] ?? 0, slotBlocks: (slots[1] ?? 1) - (slots[0] ?? 0) };
  const rows = withUnusual(grid.rows, unusual ?? [], clock);
  const days = Math.ceil(slots.length / DAY_COLUMNS);
  const pages = Math.ceil(rows.length / ROWS);
  const day = pageOf(query, 'day', days);
  const page = pageOf(query, 'rows', pages);
  const end = slots.length - day * DAY_COLUMNS;
  const start = Math.max(0, end - DAY_COLUMNS);
  const shownRows = rows.slice(page * ROWS, (page + 1) * ROWS);
  const shownSlots = slots.slice(start, end);
  const caption = words.caption(formatInteger(shownSlots[0] ?? 0), formatInteger(shownSlots.at(-1) ?? 0));
  return (
    <div className={styles.tablePart}>
      <p className={styles.shown}>
        {caption}.{' '}
        {words.shown(
          formatInteger(page * ROWS + 1),
          formatInteger(page * ROWS + shownRows.length),
          formatInteger(rows.length),
        )}
        {unusual === null && ` ${text.group.grid.unusualUnread}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <div className={styles.tableFrame} role="group" aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.group.grid.machine}</th>
              {shownSlots.map((slot) => (
                <th key={slot} scope="col" className={styles.slotHead}>
                  <span>{formatInteger(slot)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shownRows.map((row) => (
              <tr key={row.account} data-account={row.account}>
                <th scope="row">
                  <Link href={route.group(row.account, at)} prefetch={false} title={row.account}>
                    {plainName(row.machineAccount.identityDisplay) ?? shorten(row.account)}
                  </Link>
                </th>
                {[...row.letters.slice(start, end)].map((letter, i) => (
                  <td key={shownSlots[i]} data-tone={markOf(letter).tone} data-letter={letter}>
                    <abbr title={text.group.grid.states[letter]}>{letter}</abbr>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <nav className={styles.steps} aria-label={text.common.pages}>
        <Step to={day + 1} pages={days} name="day" href={href}>
          {words.older}
        </Step>
        <Step to={day - 1} pages={days} name="day" href={href}>
          {words.newer}
        </Step>
        <Step to={page - 1} pages={pages} name="rows" href={href}>
          {words.previous}
        </Step>
        <Step to={page + 1} pages={pages} name="rows" href={href}>
          {words.next}
        </Step>
      </nav>
    </div>
  );
};
