import { CRU_DECIMALS, PICO_PER_CRU } from '@moho/protocol/amount';

/** 1234567n → "1,234,567"; digits only. */
export const groupDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const fractionDigits = (abs: bigint, column: boolean): number => {
  if (column && abs >= PICO_PER_CRU) return 2;
  if (abs >= 1000n * PICO_PER_CRU) return 2;
  if (abs >= PICO_PER_CRU) return 4;
  // below 1 CRU: four significant digits
  return Math.min(CRU_DECIMALS, CRU_DECIMALS - abs.toString().length + 4);
};

export interface FormattedAmount {
  whole: string;
  /** without the point; empty when nothing is left after the point */
  fraction: string;
  /** all twelve digits */
  exact: string;
  rounded: boolean;
}

/** Decimals that show four digits of an amount below 1 CRU; two for all others. */
export const significantDigits = (pico: bigint | string): number => {
  const value = BigInt(pico);
  const abs = value < 0n ? -value : value;
  return abs === 0n || abs >= PICO_PER_CRU ? 2 : fractionDigits(abs, true);
};

const withSign = (negative: boolean, digits: string) => (negative ? `−${digits}` : digits);

/**
 * Pico-CRU (decimal string or bigint) as CRU: 2 decimals from 1,000 CRU on, 4 from 1 CRU on, else 4 significant digits.
 * `column`: always 2 decimals from 1 CRU on, so that points stand under each other; `fixed`: exactly so many.
 * Rounds half up, in integers only.
 * Throws on text that is no whole number.
 */
export const displayCru = (pico: bigint | string, column = false, fixed?: number): FormattedAmount => {
  const value = BigInt(pico);
  const negative = value < 0n;
  const abs = negative ? -value : value;
  const digits = fixed ?? fractionDigits(abs, column);
  const unit = 10n ** BigInt(CRU_DECIMALS - digits);
  const shown = ((abs + unit / 2n) / unit) * unit;
  const fraction = (shown % PICO_PER_CRU).toString().padStart(CRU_DECIMALS, '0').slice(0, digits);
  const exactFraction = (abs % PICO_PER_CRU).toString().padStart(CRU_DECIMALS, '0');
  return {
    whole: withSign(negative, groupDigits((shown / PICO_PER_CRU).toString())),
    fraction: fixed !== undefined || (column && abs >= PICO_PER_CRU) ? fraction : fraction.replace(/0+$/, ''),
    exact: withSign(negative, `${groupDigits((abs / PICO_PER_CRU).toString())}.${exactFraction}`),
    rounded: shown !== abs,
  };
};

/** An amount in a sentence: CRU with as many decimals as it takes to be told from nothing. */
export const cruText = (pico: bigint | string): string => {
  const { whole, fraction } = displayCru(pico, true);
  return fraction === '' ? whole : `${whole}.${fraction}`;
};

/** Short text for chart axes and titles: "1.25 M", "830 k", "12.5". */
export const shortCru = (pico: bigint | string): string => {
  const value = BigInt(pico);
  const abs = value < 0n ? -value : value;
  const steps: [bigint, string][] = [
    [10n ** 9n, ' G'],
    [10n ** 6n, ' M'],
    [10n ** 3n, ' k'],
  ];
  for (const [factor, suffix] of steps) {
    if (abs >= factor * PICO_PER_CRU) {
      const hundredths = (abs * 100n) / (factor * PICO_PER_CRU);
      return withSign(value < 0n, `${Number(hundredths) / 100}${suffix}`);
    }
  }
  const { whole, fraction } = displayCru(value);
  return fraction === '' ? whole : `${whole}.${fraction}`;
};
