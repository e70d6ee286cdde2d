import { formatBytes } from '@moho/protocol/amount';
import { groupDigits } from './amount';

/** Whole number with thousands separators. */
export const formatInteger = (value: bigint | number | string): string => {
  const text = BigInt(value).toString();
  return text.startsWith('-') ? `−${groupDigits(text.slice(1))}` : groupDigits(text);
};

/** A sentence whose block numbers get thousands separators: "until block 6682" → "until block 6,682". */
export const groupBlocks = (sentence: string): string =>
  sentence.replace(/\bblocks? (\d{4,})\b/g, (words, number: string) => words.replace(number, groupDigits(number)));

/** Bytes in binary units: "1.5 GiB". */
export const displayBytes = (bytes: bigint | number | string): string => formatBytes(BigInt(bytes));

/** Parts per billion as a percentage with at most two decimals: 850000000 → "85 %", 333333333 → "33.33 %". */
export const displayPerbill = (perbill: bigint | number): string => {
  const hundredths = (BigInt(perbill) + 50_000n) / 100_000n;
  const whole = hundredths / 100n;
  const fraction = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  return `${groupDigits(whole.toString())}${fraction === '' ? '' : `.${fraction}`} %`;
};

/** a of b in parts per billion, floored; 0 when b is 0. */
export const ratioPerbill = (part: bigint, whole: bigint): bigint =>
  whole === 0n ? 0n : (part * 1_000_000_000n) / whole;

/** First and last characters of a long name. */
export const shorten = (text: string, head = 6, tail = 4): string =>
  text.length <= head + tail + 1 ? text : `${text.slice(0, head)}…${text.slice(-tail)}`;
