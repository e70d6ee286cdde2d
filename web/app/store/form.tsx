import filter from '../../components/filter/filter.module.css';
import { Section } from '../../components/section/section';
import { STORE_UNITS } from '../../lib/question';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { type FormValues, MAX_MEMO_CHARS } from './form-values';
import styles from './page.module.css';

const words = text.store.form;

/** CID, size, tips and memo: a plain form, which works without scripts. */
export const StoreForm = ({ values, problems }: { values: FormValues; problems: readonly string[] }) => (
  <Section title={words.title}>
    <form method="get" action={route.store} className={filter.filter}>
      <label className={`${filter.field} ${styles.cidField}`}>
        {words.cid}
        <input
          type="text"
          name="cid"
          defaultValue={values.cid ?? ''}
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label className={filter.field}>
        {words.size}
        <input type="text" name="size" defaultValue={values.size} maxLength={40} size={8} autoComplete="off" />
      </label>
      <label className={filter.field}>
        {words.unit}
        <select name="unit" defaultValue={values.unit}>
          {STORE_UNITS.map((unit) => (
            <option key={unit}>{unit}</option>
          ))}
        </select>
      </label>
      <label className={filter.field}>
        {words.tips}
        <input type="text" name="tips" defaultValue={values.tips} maxLength={40} size={8} autoComplete="off" />
      </label>
      <label className={filter.field}>
        {words.memo}
        <input
          type="text"
          name="memo"
          defaultValue={values.memo}
          maxLength={MAX_MEMO_CHARS}
          size={12}
          autoComplete="off"
        />
      </label>
      <div className={filter.actions}>
        <button type="submit">{words.ask}</button>
      </div>
      {problems.map((problem) => (
        <p key={problem} className={filter.warning}>
          {problem}
        </p>
      ))}
    </form>
  </Section>
);
