import fc from 'fast-check';
import { expect, test } from 'vitest';
import { text } from '../../../../messages';
import type { LimitChange, LimitPart } from './query';
import { mainPart, sentenceOf } from './sentence';

const cause = fc.constantFrom(...(Object.keys(text.limit.causes) as LimitPart['cause'][]));
const part = fc.record({ cause, amount: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).filter((n) => n !== 0n) });
const row = {
  account: 'cTGZoJp5AH1MMvx25bjF4sb97zX4nid1wc5sxFac5VeiDSpM9',
  memberAccount: { identityDisplay: 'Basalt' },
};

const changeOf = (parts: { cause: LimitPart['cause']; amount: bigint }[], slot: number | null): LimitChange =>
  ({
    block: 86,
    slot,
    amount: String(parts.reduce((sum, { amount }) => sum + amount, 0n)),
    parts: parts.map(({ cause: name, amount }) => ({ cause: name, amount: String(amount), rows: [row], rowCount: 1 })),
  }) as unknown as LimitChange;

test('a change is told with its direction, its amount and the weightiest cause that points its way', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.option(fc.constant(30)), (parts, slot) => {
      const change = changeOf(parts, slot);
      fc.pre(change.amount !== '0');
      const down = change.amount.startsWith('-');
      const weight = (n: string) => (n.startsWith('-') ? -BigInt(n) : BigInt(n));
      const same = change.parts.filter(({ amount }) => amount.startsWith('-') === down);
      const main = mainPart(change);
      expect(same.every(({ amount }) => weight(amount) <= weight(main?.amount ?? '0'))).toBe(true);
      const sentence = sentenceOf(change);
      expect(sentence).toMatch(down ? /^The limit fell by / : /^The limit rose by /);
      expect(sentence).not.toMatch(/undefined|null|-/);
      expect(sentence.includes('mostly')).toBe(slot !== null && parts.length > 1);
    }),
  );
});

test('a member that missed its report is named', () => {
  const change = changeOf(
    [
      { cause: 'PUNISHED', amount: -14n * 10n ** 11n },
      { cause: 'SRD', amount: 10n ** 11n },
    ],
    3600,
  );
  expect(sentenceOf(change)).toBe(
    'The limit fell by 1.3 CRU at the judgement of slot 3,600, mostly because member Basalt missed a report.',
  );
});
