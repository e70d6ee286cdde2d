import { displayCru } from '../../../../lib/format/amount';
import { plainName } from '../../../../lib/format/plain';
import { formatInteger, shorten } from '../../../../lib/format/quantity';
import { text } from '../../../../messages';
import type { LimitChange, LimitPart } from './query';

const words = text.limit;

const size = (pico: string): bigint => (pico.startsWith('-') ? -BigInt(pico) : BigInt(pico));

export const shortAmount = (pico: string | bigint): string => {
  const { whole, fraction } = displayCru(pico);
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

/** The part that weighs most among those that point the way the limit went. */
export const mainPart = ({ parts, amount }: Pick<LimitChange, 'parts' | 'amount'>): LimitPart | undefined =>
  parts
    .filter((part) => part.amount.startsWith('-') === amount.startsWith('-'))
    .reduce<LimitPart | undefined>(
      (main, part) => (main === undefined || size(part.amount) > size(main.amount) ? part : main),
      undefined,
    );

/** The members a part is about: one by name, several by number. */
const whoOf = ({ rows, rowCount }: LimitPart): string => {
  const accounts = [...new Set(rows.map(({ account }) => account).filter((account) => account !== null))];
  if (accounts.length === 0) return words.nobody;
  // only some of the rows are here, so several are not counted
  if (accounts.length > 1)
    return rows.length < rowCount ? words.someMembers : words.members(formatInteger(accounts.length));
  const [first] = rows;
  const name = plainName(first?.memberAccount?.identityDisplay ?? null) ?? shorten(accounts[0] as string);
  return words.oneMember(name);
};

/** A change in one sentence that names its weightiest cause. */
export const sentenceOf = (change: LimitChange): string => {
  const up = !change.amount.startsWith('-');
  const amount = shortAmount(size(change.amount));
  const part = mainPart(change) ?? change.parts[0];
  const reason = part === undefined ? words.because.UNNAMED('', up) : words.because[part.cause](whoOf(part), up);
  if (change.slot === null) return words.sentenceWithoutSlot(up, amount, formatInteger(change.block), reason);
  return words.sentence(up, amount, formatInteger(change.slot), change.parts.length > 1, reason);
};
