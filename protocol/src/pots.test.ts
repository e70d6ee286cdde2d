import { describe, expect, it } from 'vitest';
import { bytesToHex } from './base/hex';
import { POTS, potAccount, potOfAddress } from './pots';

describe('pots', () => {
  it('are the accounts seen as parties of transfers', () => {
    expect(POTS).toEqual({
      collateral: 'cTJp8A3DSBq5FQm55gxsWcmnBLr66S8F5NsmBGYm27cfv7rm1',
      storage: 'cTJp8A3DSBq5FQm55gxsXbuYutnghHkLPWYNowLG2E1wudbuj',
      staking: 'cTJp8A3DSBq5FQm55gxsXbuWLx37r7kBQnPGsH6Q9aFcQUFtF',
      reserved: 'cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd',
      free: 'cTJp8A3DSBq5FQm55gxsWoWkiJQDA3MSXNSB3919wQrrNbQ4C',
    });
    expect(bytesToHex(potAccount('storage'))).toBe(`0x6d6f646c63726d61726b65741073746f72${'00'.repeat(15)}`);
  });

  it('are found by address', () => {
    expect(potOfAddress(POTS.staking)).toBe('staking');
    expect(potOfAddress('cTMMwT9PU7i7gUuGTRqBR19kkDZURUvyJCHp2gPWPM91dy3fm')).toBeNull();
  });
});
