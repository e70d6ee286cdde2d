import Link from 'next/link';
import { AmountField } from '../../components/desk/amount-field';
import styles from '../../components/desk/desk.module.css';
import { WeightFields } from '../../components/desk/weight-fields';
import { NODE_SORTS } from '../../lib/question';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { isNarrowed, type NodeListState, THRESHOLDS } from './list-state';

const words = text.desk;

const Flag = ({ name, label, on }: { name: string; label: string; on: boolean }) => (
  <label className={styles.check}>
    <input type="checkbox" name={name} value="1" defaultChecked={on} />
    {label}
  </label>
);

const Order = ({ state }: { state: NodeListState }) => (
  <>
    <label className={styles.field}>
      {words.filter.sort}
      <select name="sort" defaultValue={state.sort}>
        {NODE_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {words.sorts[sort]}
          </option>
        ))}
      </select>
    </label>
    <label className={styles.field}>
      {words.filter.direction}
      <select name="dir" defaultValue={state.direction}>
        {(['DESC', 'ASC'] as const).map((direction) => (
          <option key={direction} value={direction}>
            {words.filter[direction]}
          </option>
        ))}
      </select>
    </label>
  </>
);

const feeText = ({ badFee, minFeePerbill }: NodeListState): string =>
  badFee ?? (minFeePerbill === null ? '' : String(minFeePerbill / 10_000_000));

/** A plain form: its result is an address that can be kept and sent on. */
export const NodeFilters = ({ state }: { state: NodeListState }) => (
  <form method="get" action={route.nodes} className={styles.form} aria-label={words.formLabel}>
    {state.picked.length > 0 && <input type="hidden" name="pick" value={state.picked.join(',')} />}
    <div className={styles.top}>
      <AmountField value={state.desk.amountText} />
      <button type="submit">{words.apply}</button>
      <Link href={route.nodes}>{words.clear}</Link>
    </div>
    {state.badFee !== null && <p className={styles.warning}>{words.filter.badFee(state.badFee)}</p>}
    <details className={styles.more} open={isNarrowed(state) || state.badFee !== null}>
      <summary>{words.filter.title}</summary>
      <div className={styles.fields}>
        <Order state={state} />
        <label className={styles.field}>
          {words.filter.text}
          <input type="text" name="q" defaultValue={state.text ?? ''} maxLength={100} autoComplete="off" />
        </label>
        <label className={styles.field}>
          {words.filter.fee}
          <input type="text" name="fee" inputMode="decimal" defaultValue={feeText(state)} />
        </label>
        {THRESHOLDS.map((name) => (
          <label key={name} className={styles.field}>
            {words.filter[name]}
            <input type="text" name={name} inputMode="decimal" defaultValue={state.typed[name] ?? ''} />
          </label>
        ))}
        <Flag name="elected" label={words.filter.elected} on={state.elected} />
        <Flag name="room" label={words.filter.room} on={state.hasRoom} />
        <Flag name="unslashed" label={words.filter.unslashed} on={state.unslashed} />
      </div>
    </details>
    <WeightFields weights={state.desk.weights} open={state.desk.isWeighed} />
  </form>
);
