import Link from 'next/link';
import { formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Address } from '../address/address';
import { type CellState, cellState } from './cell-state';
import { CellMark } from './mark';
import styles from './slot-grid.module.css';

const words = text.node.grid;

export interface GridReport {
  status: 'REPORTED' | 'DUPLICATE' | 'REJECTED' | 'MISSED' | 'EXEMPT';
  punished: boolean | null;
  block: number | null;
  extrinsicIndex: number | null;
  offset: number | null;
  error: string | null;
  /** the error in words */
  errorText: string | null;
}

export interface GridRow {
  account: string;
  cells: readonly { slot: number; report: GridReport | null }[];
}

const STATES: CellState[] = ['reported', 'punished', 'missed', 'rejected', 'exempt', 'none'];

const Cell = ({ slot, report }: { slot: number; report: GridReport | null }) => {
  const state = cellState(report);
  const label = words.cell(
    formatInteger(slot),
    words.states[state],
    report?.offset ?? null,
    report?.errorText ?? report?.error ?? null,
  );
  return (
    <td data-state={state} title={label}>
      {report?.block != null && report.extrinsicIndex != null ? (
        <Link href={route.extrinsic(report.block, report.extrinsicIndex)} prefetch={false} aria-label={label}>
          <CellMark state={state} />
        </Link>
      ) : (
        <>
          <CellMark state={state} />
          <span className="visually-hidden">{words.states[state]}</span>
        </>
      )}
    </td>
  );
};

/**
 * Members down, report slots across, newest at the right: who reported when. Colour and shape both tell the state, and
 * each cell leads to the report's extrinsic.
 */
export const SlotGrid = ({
  slots,
  rows,
  caption,
}: {
  slots: readonly number[];
  rows: readonly GridRow[];
  caption: string;
}) => (
  <div>
    <ul className={styles.legend}>
      {STATES.map((state) => (
        <li key={state} data-state={state}>
          <CellMark state={state} />
          {words.states[state]}
        </li>
      ))}
    </ul>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
    <div className={styles.frame} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.grid}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.member}</th>
            {slots.map((slot, i) => (
              <th key={slot} scope="col" title={words.slot(formatInteger(slot))}>
                <span className={i === 0 || i === slots.length - 1 ? styles.edge : 'visually-hidden'}>
                  {formatInteger(slot)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.account}>
              <th scope="row">
                <Address address={row.account} />
              </th>
              {row.cells.map((cell) => (
                <Cell key={cell.slot} slot={cell.slot} report={cell.report} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </div>
);
