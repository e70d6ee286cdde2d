import { formatInteger } from '../../../../lib/format/quantity';
import { text } from '../../../../messages';

const words = text.misses;

/** The missed slots behind a judgement in a few words. */
export const missedWords = (slots: readonly number[]): string => {
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) return words.missedNone;
  if (slots.length === 1) return words.missedOne(formatInteger(first));
  return words.missedMany(slots.length, formatInteger(first), formatInteger(last));
};
