import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiToBytes, textToUtf8, utf8ToText } from './text';

describe('text', () => {
  it('reads valid UTF-8 as the platform does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(utf8ToText(new TextEncoder().encode(text))).toBe(text);
      }),
    );
  });

  it('says null exactly where a strict decoder refuses', () => {
    const strict = (bytes: Uint8Array): string | null => {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        return null;
      }
    };
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .array(fc.constantFrom(0xed, 0xa0, 0x80, 0xf4, 0x90, 0xc0, 0xe0, 0x9f, 0xf0, 0x61), { maxLength: 6 })
        .map((list) => Uint8Array.from(list)),
    );
    fc.assert(
      fc.property(bytes, (input) => {
        expect(utf8ToText(input)).toBe(strict(input));
      }),
      { numRuns: 3000 },
    );
  });

  it('writes UTF-8 as the platform does, broken text included', () => {
    const units = fc.array(fc.nat(0xffff), { maxLength: 40 }).map((list) => String.fromCharCode(...list));
    fc.assert(
      fc.property(fc.oneof(units, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        expect([...textToUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
  });

  it('writes ASCII only', () => {
    expect([...asciiToBytes('SS58PRE')]).toEqual([83, 83, 53, 56, 80, 82, 69]);
    expect(() => asciiToBytes('é')).toThrow('not ASCII');
  });
});
