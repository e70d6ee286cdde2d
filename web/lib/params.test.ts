import { describe, expect, it } from 'vitest';
import { decodePart, first, oneOf, parseBlockNumber, readAt, withQuery } from './params';

describe('parseBlockNumber', () => {
  it('reads what people write', () => {
    expect(['123', '#1,234', ' 7'.trim(), '0'].map(parseBlockNumber)).toEqual([123, 1234, 7, 0]);
  });
  it('refuses everything else', () => {
    for (const junk of ['', '-1', '1.5', '1e3', '0x10', '2147483648', '99999999999', 'NaN', '１'])
      expect(parseBlockNumber(junk)).toBeNull();
  });
});

describe('readAt', () => {
  it('tells absent from wrong', () => {
    expect(readAt({})).toEqual({ ok: true, block: null });
    expect(readAt({ at: '42' })).toEqual({ ok: true, block: 42 });
    expect(readAt({ at: 'yesterday' })).toEqual({ ok: false, text: 'yesterday' });
  });
});

describe('links and words', () => {
  it('changes one parameter and keeps the others', () => {
    expect(withQuery('/nodes', { sort: 'FEE', after: 'x' }, { after: null, dir: 'ASC' })).toBe(
      '/nodes?sort=FEE&dir=ASC',
    );
    expect(withQuery('/nodes', { sort: 'FEE' }, { sort: null })).toBe('/nodes');
  });
  it('falls back on unknown words', () => {
    expect(oneOf('b', ['a', 'b'], 'a')).toBe('b');
    expect(oneOf('zz', ['a', 'b'], 'a')).toBe('a');
  });
  it('takes the first of repeated parameters and no broken percent signs', () => {
    expect(first({ q: ['one', 'two'] }, 'q')).toBe('one');
    expect(first({ q: '  ' }, 'q')).toBeNull();
    expect(decodePart('%E0%A4%A')).toBeNull();
  });
});
