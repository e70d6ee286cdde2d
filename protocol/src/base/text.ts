/** ASCII and UTF-8 without TextEncoder and TextDecoder, which the indexer's sandbox does not have. */

/** ASCII text as bytes. Throws on any other character. */
export const asciiToBytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) throw new Error(`not ASCII text: ${text.slice(0, 40)}`);
    bytes[i] = code;
  }
  return bytes;
};

/** Text as UTF-8. A half of a surrogate pair becomes the replacement character, as everywhere else. */
export const textToUtf8 = (text: string): Uint8Array => {
  const bytes: number[] = [];
  for (const letter of text) {
    const given = letter.codePointAt(0) as number;
    const point = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 0x3f),
        0x80 | ((point >> 6) & 0x3f),
        0x80 | (point & 0x3f),
      );
  }
  return Uint8Array.from(bytes);
};

const MINIMUM_OF_LENGTH = [0, 0, 0x80, 0x800, 0x10000];

/** Length of the UTF-8 sequence that this first byte opens; 0 when none starts with it. */
const sequenceLength = (first: number): number => {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
};

/** The text these bytes spell in UTF-8, or null when they are not valid UTF-8 (memos and names are free bytes on chain). */
export const utf8ToText = (bytes: Uint8Array): string | null => {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] as number;
    const length = sequenceLength(first);
    if (length === 0 || i + length > bytes.length) return null;
    let point = length === 1 ? first : first & (0x7f >> length);
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k] as number;
      if ((next & 0xc0) !== 0x80) return null;
      point = point * 64 + (next & 0x3f);
    }
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    if (point > 0x10ffff || isSurrogate || point < (MINIMUM_OF_LENGTH[length] as number)) return null;
    text += String.fromCodePoint(point);
    i += length;
  }
  return text;
};
