import { parseAddress } from '@moho/protocol/base';
import Link from 'next/link';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Address } from '../address/address';
import { Amount } from '../amount/amount';
import styles from './call-tree.module.css';
import { hexAsText, looksLikeCid } from './hex-text';

const isBalance = (type: string) => /Balance/.test(type) && !/Vec|\(|,/.test(type);
const isWhole = (value: unknown): value is string | number =>
  (typeof value === 'string' && /^\d{1,40}$/.test(value)) || (typeof value === 'number' && Number.isSafeInteger(value));

const INLINE_JSON = 160;
const LIST_ROWS = 20;

/** A list or tuple: each entry as people read it, so that CIDs and addresses inside are links too. */
const ListValue = ({ items }: { items: readonly unknown[] }) => (
  <ul className={styles.list} data-nested={items.some(Array.isArray) || undefined}>
    {items.slice(0, LIST_ROWS).map((item, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name than their position
      <li key={i}>
        <ArgValue type="" value={item} />
      </li>
    ))}
    {items.length > LIST_ROWS && <li className={styles.empty}>{text.chain.more(LIST_ROWS)}</li>}
  </ul>
);

const MOST_FIELDS = 6;
type Scalar = string | number | boolean | null;
const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** An object of a few plain fields, such as the weight and class of an extrinsic. */
const isFlat = (value: unknown): value is Record<string, Scalar> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length <= MOST_FIELDS &&
  Object.values(value).every((one) => isScalar(one) && String(one).length <= 24);

const FlatValue = ({ fields }: { fields: readonly [string, Scalar][] }) => (
  <span className={styles.flat}>
    {fields.map(([name, value]) => (
      <span key={name}>
        <span className={styles.fieldName}>{name}</span>{' '}
        {typeof value === 'number' ? formatInteger(value) : String(value)}
      </span>
    ))}
  </span>
);

/** One argument as people read it: addresses as accounts, balances in CRU, everything else as stored. */
export const ArgValue = ({ type, value }: { type: string; value: unknown }) => {
  if (value === null || value === undefined || value === '' || value === '0x')
    return <span className={styles.empty}>{text.chain.emptyValue}</span>;
  if (isBalance(type) && isWhole(value)) return <Amount pico={String(value)} />;
  // inside a list or tuple the type is not known; sizes and block numbers stand there
  if (isWhole(value) && (type === '' || /^(Compact<)?[ui]\d+>?$|BlockNumber|EraIndex/.test(type)))
    return <span>{formatInteger(value)}</span>;
  if (typeof value === 'string') {
    if (parseAddress(value) !== null) return <Address address={value} />;
    const words = hexAsText(value) ?? value;
    return looksLikeCid(words) ? (
      <Link href={route.file(words)}>
        <code>{words}</code>
      </Link>
    ) : (
      // inside a list, where the type is no longer known, a key or anchor of 130 characters would bury its neighbours
      <code title={value}>{type === '' && value.startsWith('0x') ? shorten(words, 10, 6) : words}</code>
    );
  }
  if (typeof value === 'number' || typeof value === 'boolean') return <code>{String(value)}</code>;
  if (Array.isArray(value)) {
    return value.length === 0 ? (
      <span className={styles.empty}>{text.chain.emptyValue}</span>
    ) : (
      <ListValue items={value} />
    );
  }
  if (isFlat(value)) return <FlatValue fields={Object.entries(value)} />;
  const json = JSON.stringify(value);
  return json.length <= INLINE_JSON ? (
    <code>{json}</code>
  ) : (
    <pre className={styles.json}>{JSON.stringify(value, null, 1)}</pre>
  );
};
