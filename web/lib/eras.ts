import { parseBlockNumber } from './params';

export interface EraRange {
  from: number;
  to: number;
}

/** `12` or `8-12` as people write it in an address, both ends included; null when it is none. */
export const parseEras = (text: string): EraRange | null => {
  const [first = '', last = first, ...more] = text.trim().split(/\s*[-–]\s*/);
  const [from, to] = [parseBlockNumber(first), parseBlockNumber(last)];
  return more.length > 0 || from === null || to === null || to < from ? null : { from, to };
};

export const eraText = ({ from, to }: EraRange): string => (from === to ? String(from) : `${from}-${to}`);
