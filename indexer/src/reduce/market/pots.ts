import { asciiToBytes, encodeAddress } from '@moho/protocol/base';

/** Sub-accounts of the market: "modl" "crmarket", the SCALE length of four letters, the letters (runtime-details R1). */
const pot = (letters: string): string => {
  const account = new Uint8Array(32);
  account.set(asciiToBytes('modlcrmarket'));
  account[12] = letters.length << 2;
  account.set(asciiToBytes(letters), 13);
  return encodeAddress(account);
};

export const STORAGE_POT = pot('stor');
export const STAKING_POT = pot('stak');
export const RESERVED_POT = pot('rese');
