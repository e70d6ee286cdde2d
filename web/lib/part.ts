/** "97.5" per cent as parts per billion; null for what is no number from 0 to 100 with at most seven decimals. */
export const parsePart = (text: string): number | null => {
  const match = /^(\d{1,3})(?:\.(\d{1,7}))?\s*%?$/.exec(text.trim());
  if (match === null) return null;
  const parts = Number(match[1]) * 10_000_000 + Number((match[2] ?? '').padEnd(7, '0'));
  return parts <= 1_000_000_000 ? parts : null;
};
