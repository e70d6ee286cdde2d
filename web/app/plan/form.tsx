import Link from 'next/link';
import filterStyles from '../../components/filter/filter.module.css';
import { first, type Query } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';

const words = text.plan.form;

const Field = ({ query, name, label, hint }: { query: Query; name: string; label: string; hint?: string }) => (
  <label className={filterStyles.field}>
    {label}
    <input
      type="text"
      name={name}
      inputMode={name === 'guarantor' ? 'text' : 'decimal'}
      size={name === 'guarantor' ? 28 : 10}
      defaultValue={first(query, name) ?? ''}
      placeholder={hint}
      autoComplete="off"
    />
  </label>
);

const Check = ({ query, name, label }: { query: Query; name: string; label: string }) => (
  <label className={filterStyles.check}>
    <input type="checkbox" name={name} value="1" defaultChecked={first(query, name) === '1'} />
    {label}
  </label>
);

/** A plain form: its result is an address that can be kept and sent on. */
export const PlanForm = ({ query }: { query: Query }) => (
  <form method="get" action={route.plan} className={filterStyles.filter} aria-label={words.label}>
    {first(query, 'at') !== null && <input type="hidden" name="at" value={first(query, 'at') ?? ''} />}
    <Field query={query} name="amount" label={words.amount} hint="1000" />
    <Field query={query} name="guarantor" label={words.guarantor} hint={words.address} />
    <Field query={query} name="most" label={words.most} />
    <Field query={query} name="reports" label={words.reports} />
    <Field query={query} name="fee" label={words.fee} />
    <Field query={query} name="change" label={words.change} />
    <Check query={query} name="unslashed" label={words.unslashed} />
    <Check query={query} name="cut" label={words.cut} />
    <div className={filterStyles.actions}>
      <button type="submit">{words.apply}</button>
      <Link href={route.plan}>{words.clear}</Link>
    </div>
  </form>
);
