/**
 * Text that strangers wrote: names on chain, words in an address. Marks that turn the reading direction, hide or stack
 * letters would let it disguise itself or spill over its neighbours.
 */
const DIRECTION_OR_NOTHING = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu;
const MARKS_IN_A_ROW = /(\p{M}{3})\p{M}+/gu;

/** One line of ordinary letters, at most `max` of them; an ellipsis says that there was more. Empty when nothing is left. */
export const plainText = (text: string, max = 64): string => {
  const line = text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(DIRECTION_OR_NOTHING, '')
    .replace(MARKS_IN_A_ROW, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length <= max ? line : `${letters.slice(0, max).join('').trimEnd()}…`;
};

/** A display name as pages show it; null when there is none, or none that can be read. */
export const plainName = (name: string | null | undefined): string | null => {
  if (name === null || name === undefined) return null;
  const plain = plainText(name, 40);
  return plain === '' ? null : plain;
};
