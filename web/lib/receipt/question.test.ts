import fc from 'fast-check';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { answerTo, type ReceiptQuestion, readQuestion, writeQuestions } from './question';

const name = fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/);
const argument = fc.oneof(
  fc.string().map((value) => JSON.stringify(value)),
  fc.integer().map(String),
  fc.constantFrom('null', 'STORED', '[1, 2]'),
);
const field = fc.oneof(
  name,
  fc.tuple(name, name, argument).map(([of, called, value]) => `${of}(${called}: ${value})`),
);
const way = fc
  .tuple(field, fc.array(fc.oneof(field, fc.nat({ max: 999 })), { maxLength: 5 }))
  .map(([first, rest]) => [first, ...rest]);
const question = fc.record({ asOf: fc.nat(), way });

const textOf = ({ asOf, way: parts }: ReceiptQuestion) => [asOf, ...parts].join('.');

describe('a receipt’s question', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(question, (given) => {
        expect(readQuestion(textOf(given))).toEqual(given);
      }),
    );
  });

  it('becomes GraphQL that leads to the receipt and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 4 }), (questions) => {
        const text = writeQuestions(questions, 'WholeReceipt');
        expect(text).not.toBeNull();
        expect(parse(text as string).definitions).toHaveLength(1);
      }),
    );
  });

  it('finds its answer', () => {
    fc.assert(
      fc.property(question, ({ asOf, way: parts }) => {
        const receipt = { kind: 'EVENT' };
        const data = parts.reduceRight<unknown>((below, part, i) => {
          if (typeof part === 'number') return Object.assign([], { [part]: below });
          return { [i === 0 ? 'r0' : part.replace(/\(.*/s, '')]: below };
        }, receipt);
        expect(answerTo({ asOf, way: parts }, 0, data)).toBe(receipt);
        expect(answerTo({ asOf, way: [...parts, 'more'] }, 0, data)).toBeNull();
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no block', 'file(cid: "x").receipt'],
    ['no way', '12'],
    ['an empty part', '12.a..b'],
    ['a block that is none', '-1.a'],
  ])('is none with %s', (_, text) => {
    expect(readQuestion(text)).toBeNull();
  });

  it.each([
    ['two fields', 'a b'],
    ['a selection of its own', 'a { b } c'],
    ['an end', 'a } } { b'],
    ['a second operation', 'a { x } } query q { b'],
    ['a fragment', '...WholeReceipt'],
    ['an open text', 'a(b: "'],
    ['a comment', 'a #'],
    ['a name for itself', 'b: a'],
  ])('asks nothing with %s', (_, part) => {
    expect(writeQuestions([{ asOf: 1, way: [part, 'receipt'] }], 'WholeReceipt')).toBeNull();
    expect(writeQuestions([{ asOf: 1, way: ['file', part, 'receipt'] }], 'WholeReceipt')).toSatisfy(
      (text) => text === null || part === 'b: a',
    );
  });
});
