import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossary } from '../../messages/en/words';
import { splitWords } from './split';

const spellings = glossary.flatMap(({ word, forms = [] }) => [word, ...forms]);

describe('the glossary', () => {
  it('spells no two words alike, and is in order', () => {
    expect(new Set(spellings.map((one) => one.toLowerCase())).size).toBe(spellings.length);
    const names = glossary.map(({ word }) => word.toLowerCase());
    expect(names).toEqual([...names].sort());
  });
  it('says each meaning in full sentences', () => {
    for (const { word, meaning } of glossary) expect(meaning, word).toMatch(/^[A-Z].*[^.\s]\.$/s);
  });
});

describe('splitWords', () => {
  it('takes a label that is a word as one piece', () => {
    expect(splitWords('Stake limit')).toEqual([
      { text: 'Stake limit', word: expect.objectContaining({ word: 'stake limit' }) },
    ]);
  });
  it('finds a rare word inside a sentence, once, and leaves common ones alone', () => {
    const pieces = splitWords('Left for merchants and liquidator; the liquidator of an era');
    expect(pieces.flatMap(({ word }) => word?.word ?? [])).toEqual(['liquidator']);
  });
  it('never loses or changes a letter', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom(...spellings));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        expect(
          splitWords(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
