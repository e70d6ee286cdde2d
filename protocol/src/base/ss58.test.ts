import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressToHex, decodeAddress, encodeAddress, normalizeAddress, parseAddress } from './ss58';

const account = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('ss58', () => {
  it('comes back as it was, under every prefix', () => {
    fc.assert(
      fc.property(account, fc.integer({ min: 0, max: 16383 }), (id, prefix) => {
        expect(parseAddress(encodeAddress(id, prefix))).toEqual({ prefix, account: id });
      }),
    );
  });

  it('writes Crust addresses, which begin with cT', () => {
    fc.assert(
      fc.property(account, (id) => {
        expect(encodeAddress(id)).toMatch(/^cT[1-9A-HJ-NP-Za-km-z]{47}$/);
      }),
    );
  });

  it('knows the well-known Alice key under three prefixes', () => {
    const alice = '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d';
    expect(encodeAddress(alice, 42)).toBe('5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY');
    expect(encodeAddress(alice, 0)).toBe('15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5');
    const crust = normalizeAddress('5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY') as string;
    expect(addressToHex(crust)).toBe(alice);
  });

  it('notices any changed character', () => {
    fc.assert(
      fc.property(account, fc.nat({ max: 48 }), fc.constantFrom(...'123456789ABCDEFGH'), (id, at, char) => {
        const address = encodeAddress(id);
        fc.pre(address.charAt(at) !== char);
        expect(parseAddress(address.slice(0, at) + char + address.slice(at + 1))).toBeNull();
      }),
    );
  });

  it('says in one sentence what is wrong', () => {
    expect(() => decodeAddress('nonsense 0OIl')).toThrow('"nonsense 0OIl" is not an SS58 address');
    expect(() => decodeAddress('5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY')).toThrow(
      'another network (prefix 42',
    );
    expect(() => encodeAddress(new Uint8Array(31))).toThrow('32 bytes');
    expect(normalizeAddress('1'.repeat(5000))).toBeNull();
    expect(normalizeAddress('')).toBeNull();
  });
});
