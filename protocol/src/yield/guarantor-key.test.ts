import { expect, it } from 'vitest';
import { encodeAddress } from '../base/ss58';
import { guarantorKey } from './guarantor-key';

it('is the hash and the account, whichever way the account is written', () => {
  const account = `0x${'0123456789abcdef'.repeat(4)}` as const;
  expect(guarantorKey(account)).toMatch(new RegExp(`^0x[0-9a-f]{16}${account.slice(2)}$`));
  expect(guarantorKey(encodeAddress(account))).toBe(guarantorKey(account));
});
