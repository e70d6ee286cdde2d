/** Amounts and sizes as text, exactly. 1 CRU = 10^12 pico-CRU. */

export const CRU_DECIMALS = 12;
export const PICO_PER_CRU = 1_000_000_000_000n;

/** pico-CRU as a decimal number of CRU without trailing zeros: 1500000000000n → "1.5". No rounding, no grouping. */
export const formatCru = (pico: bigint): string => {
  const size = pico < 0n ? -pico : pico;
  const fraction = (size % PICO_PER_CRU).toString().padStart(CRU_DECIMALS, '0').replace(/0+$/, '');
  const whole = (size / PICO_PER_CRU).toString();
  return `${pico < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
};

/** A decimal number of CRU as pico-CRU. Throws one sentence when it is no number or has more than 12 decimals. */
export const parseCru = (text: string): bigint => {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,12}))?$/.exec(text.trim());
  if (match === null) throw new Error(`"${text.slice(0, 40)}" is not an amount of CRU with at most 12 decimals`);
  const [, sign, whole = '', fraction = ''] = match;
  const pico = BigInt(whole) * PICO_PER_CRU + BigInt(fraction.padEnd(CRU_DECIMALS, '0'));
  return sign === '-' ? -pico : pico;
};

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB'] as const;

/** Bytes in the largest binary unit that leaves at least 1, cut (not rounded) to two decimals: 1610612736n → "1.5 GiB". */
export const formatBytes = (bytes: bigint): string => {
  if (bytes < 0n) throw new Error(`a size cannot be negative: ${bytes}`);
  let unit = 0;
  let scale = 1n;
  while (unit < UNITS.length - 1 && bytes >= scale * 1024n) {
    scale *= 1024n;
    unit += 1;
  }
  const hundredths = (bytes * 100n) / scale;
  const fraction = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  return `${hundredths / 100n}${fraction === '' ? '' : `.${fraction}`} ${UNITS[unit]}`;
};

const BYTES_OF_UNIT: Readonly<Record<string, bigint>> = {
  B: 1n,
  KB: 10n ** 3n,
  MB: 10n ** 6n,
  GB: 10n ** 9n,
  TB: 10n ** 12n,
  PB: 10n ** 15n,
  KIB: 1024n,
  MIB: 1024n ** 2n,
  GIB: 1024n ** 3n,
  TIB: 1024n ** 4n,
  PIB: 1024n ** 5n,
};

/** A size such as "8 GiB", "1.5TB" or "700" as bytes, cut to whole bytes. Throws one sentence when it is no size. */
export const parseBytes = (text: string): bigint => {
  const match = /^(\d{1,24})(?:\.(\d{1,12}))?\s*([A-Za-z]{0,3})$/.exec(text.trim());
  const [, whole = '', fraction = '', unit = ''] = match ?? [];
  const scale = BYTES_OF_UNIT[(unit === '' ? 'B' : unit).toUpperCase()];
  if (match === null || scale === undefined) throw new Error(`"${text.slice(0, 40)}" is not a size such as "8 GiB"`);
  return (BigInt(whole + fraction) * scale) / 10n ** BigInt(fraction.length);
};

/** Perbill parts as a percent number without trailing zeros: 2_000_000n → "0.2". */
export const formatPerbillPercent = (parts: bigint): string => {
  const fraction = (parts % 10_000_000n).toString().padStart(7, '0').replace(/0+$/, '');
  return `${parts / 10_000_000n}${fraction === '' ? '' : `.${fraction}`}`;
};
