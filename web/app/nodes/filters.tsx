import Link from 'next/link';
import styles from '../../components/filter/filter.module.css';
import { route } from '../../lib/route';
import { text } from '../../messages';
import type { NodeListState } from './list-state';

const words = text.node.filter;

/** A plain form: its result is an address that can be kept and sent on. */
export const NodeFilters = ({ state }: { state: NodeListState }) => (
  <form method="get" action={route.nodes} className={styles.filter} aria-label={words.label}>
    <input type="hidden" name="sort" value={state.sort} />
    <input type="hidden" name="dir" value={state.direction} />
    <label className={styles.field}>
      {words.text}
      <input type="text" name="q" defaultValue={state.text ?? ''} maxLength={100} autoComplete="off" />
    </label>
    <label className={styles.field}>
      {words.fee}
      <input
        type="text"
        name="fee"
        inputMode="decimal"
        size={6}
        defaultValue={state.badFee ?? (state.minFeePerbill === null ? '' : String(state.minFeePerbill / 10_000_000))}
      />
    </label>
    <label className={styles.check}>
      <input type="checkbox" name="elected" value="1" defaultChecked={state.elected} />
      {words.elected}
    </label>
    <label className={styles.check}>
      <input type="checkbox" name="room" value="1" defaultChecked={state.hasRoom} />
      {words.room}
    </label>
    <div className={styles.actions}>
      <button type="submit">{words.apply}</button>
      <Link href={route.nodes}>{words.clear}</Link>
    </div>
    {state.badFee !== null && <p className={styles.warning}>{words.badFee(state.badFee)}</p>}
  </form>
);
