import { glossary, type Word } from '../../messages/en/words';

export interface Piece {
  text: string;
  /** the word this piece is, if it is one */
  word?: Word;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const spellings = (word: Word) => [word.word, ...(word.forms ?? [])];
const bySpelling = new Map(
  glossary.flatMap((word) => spellings(word).map((spelling) => [spelling.toLowerCase(), word])),
);
const rareSpellings = glossary
  .filter(({ rare }) => rare)
  .flatMap(spellings)
  .sort((a, b) => b.length - a.length);
const RARE = new RegExp(`\\b(${rareSpellings.map(literal).join('|')})\\b`, 'gi');

/** The glossary's word a whole label is, if it is one. */
export const wordOfLabel = (label: string): Word | undefined => bySpelling.get(label.toLowerCase());

/** A label or sentence in pieces: a label that is a word becomes one piece; in a sentence each rare word, once. */
export const splitWords = (text: string): Piece[] => {
  const whole = wordOfLabel(text);
  if (whole !== undefined) return [{ text, word: whole }];
  const pieces: Piece[] = [];
  const seen = new Set<Word>();
  let from = 0;
  for (const match of text.matchAll(RARE)) {
    const word = bySpelling.get(match[0].toLowerCase());
    if (word === undefined || seen.has(word)) continue;
    seen.add(word);
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match[0], word });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
};
