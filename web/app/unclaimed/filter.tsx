import Link from 'next/link';
import filterStyles from '../../components/filter/filter.module.css';
import { withQuery } from '../../lib/params';
import { UNCLAIMED_WITHIN } from '../../lib/question';
import { route } from '../../lib/route';
import { text } from '../../messages';

const words = text.unclaimed.filter;

interface FilterProps {
  at: number | null;
  account: string | null;
  within: (typeof UNCLAIMED_WITHIN)[number];
}

/** Whose rewards, and how soon they are lost. */
export const Filter = ({ at, account, within }: FilterProps) => (
  <form method="get" action={route.unclaimed} className={filterStyles.filter} aria-label={words.label}>
    {at !== null && <input type="hidden" name="at" value={at} />}
    <label className={filterStyles.field}>
      {words.account}
      <input type="text" name="account" defaultValue={account ?? ''} placeholder={words.accountHint} />
    </label>
    <label className={filterStyles.field}>
      {words.within}
      <select name="within" defaultValue={within}>
        {UNCLAIMED_WITHIN.map((one) => (
          <option key={one} value={one}>
            {words.withins[one]}
          </option>
        ))}
      </select>
    </label>
    <div className={filterStyles.actions}>
      <button type="submit">{words.apply}</button>
      <Link href={withQuery(route.unclaimed, at === null ? {} : { at: String(at) }, {})}>{words.clear}</Link>
    </div>
  </form>
);
