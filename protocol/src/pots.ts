import { encodeAddress } from './base/ss58';
import { asciiToBytes } from './base/text';

/**
 * The market's pots (runtime-details §1 R1): accounts without a key, made of "modl", the module id "crmarket", the
 * SCALE length byte of a four-letter text (0x10) and the letters, then zeros.
 */
export type PotName = 'collateral' | 'storage' | 'staking' | 'reserved' | 'free';

const LETTERS: Record<PotName, string> = {
  collateral: 'coll',
  storage: 'stor',
  staking: 'stak',
  reserved: 'rese',
  free: 'free',
};

const LENGTH_OF_FOUR_LETTERS = 0x10;

/** The account id of a pot. `collateral` and `free` (free orders) are of specs 1–2. */
export const potAccount = (name: PotName): Uint8Array => {
  const account = new Uint8Array(32);
  const head = asciiToBytes('modlcrmarket');
  account.set(head);
  account[head.length] = LENGTH_OF_FOUR_LETTERS;
  account.set(asciiToBytes(LETTERS[name]), head.length + 1);
  return account;
};

/** The addresses of all pots. `storage` pays merchants, liquidators and renewals; `staking` is burnt at each era's end. */
export const POTS: Readonly<Record<PotName, string>> = {
  collateral: encodeAddress(potAccount('collateral')),
  storage: encodeAddress(potAccount('storage')),
  staking: encodeAddress(potAccount('staking')),
  reserved: encodeAddress(potAccount('reserved')),
  free: encodeAddress(potAccount('free')),
};

/** Which pot an address is, if any. */
export const potOfAddress = (address: string): PotName | null => {
  for (const name of Object.keys(POTS) as PotName[]) if (POTS[name] === address) return name;
  return null;
};
