import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainName, plainText } from './plain';

describe('plainText', () => {
  it('leaves ordinary names of any script alone', () => {
    for (const name of ['Olivine', 'Mohorovičić', '地殻', 'مرحبا', '<b>Crust</b>', '🪨 rock', 'a & b'])
      expect(plainText(name)).toBe(name);
  });
  it('drops what turns, hides or stacks letters', () => {
    expect(plainText('abc\u202Efed')).toBe('abcfed');
    expect(plainText('\u200Bin\u200Dvisible\uFEFF')).toBe('invisible');
    expect(plainText('two\nlines\u2028more')).toBe('two linesmore');
    expect([...plainText(`z${'\u0301'.repeat(50)}`).normalize('NFD')].length).toBeLessThanOrEqual(4);
  });
  it('ends in an ellipsis when it was longer', () => {
    expect(plainText('a'.repeat(300), 10)).toBe('aaaaaaaaaa…');
    expect(plainText('🪨'.repeat(20), 3)).toBe('🪨🪨🪨…');
  });
  it('is short, one line and well-formed whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const plain = plainText(text, 50);
        expect([...plain].length).toBeLessThanOrEqual(51);
        expect(() => encodeURIComponent(plain)).not.toThrow(); // no half of a surrogate pair
        expect(plain).not.toMatch(/[\n\r\u202A-\u202E\u2066-\u2069\u200B]/);
      }),
    );
  });
});

describe('plainName', () => {
  it('is no name when nothing can be read', () => {
    expect([null, undefined, '', ' \u202E '].map(plainName)).toEqual([null, null, null, null]);
  });
});
