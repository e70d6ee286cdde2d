import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionProblem } from './question';

const ask = (path: string, query: string) => questionProblem(path, new URLSearchParams(query));
const ADDRESS = 'cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd';

describe('questionProblem', () => {
  it('lets pass what pages understand', () => {
    for (const [path, query] of [
      ['/', ''],
      ['/nodes', 'sort=STAKE_LIMIT&dir=ASC&q=basalt&fee=10&elected=1&room=1&after=WyJhIl0'],
      ['/nodes', 'q=&fee=&mine=&amount='],
      ['/nodes', 'amount=1,000.5&mine=2.5&saturation=120&unclaimed=3&w_fee=10&unslashed=1&sort=RETURN_84_P10'],
      ['/nodes/table.csv', 'sort=SCORE&w_bad_eras=0'],
      ['/compare', `ids=${ADDRESS}&amount=5&w_fee=1`],
      ['/files', `status=AT_RISK&sort=SIZE&dir=DESC&owner=${ADDRESS}`],
      ['/file/Qm', 'at=12,345'],
      ['/era/3', 'sort=POINTS'],
      ['/search', 'q=%00'],
      ['/status', 'utm_source=letter&fbclid=x'],
      ['/nowhere', 'at=x'],
    ] as const)
      expect(ask(path, query), `${path}?${query}`).toBeNull();
  });

  it('names what is wrong, and what would be right', () => {
    expect(ask('/file/Qm', 'at=yesterday')).toContain('“yesterday” is not a block number');
    expect(ask('/nodes', 'sort=colour')).toMatch(/“colour” is no value of “sort”.*EFFECTIVE_STAKE/);
    expect(ask('/nodes', 'amount=all')).toContain('“all” is no amount of CRU');
    expect(ask('/nodes', 'reports=most')).toContain('“reports” is a percentage');
    expect(ask('/nodes', 'w_fee=11')).toContain('“11” is no value of “w_fee”');
    expect(ask('/compare', 'ids=me')).toContain('“me” is no account');
    expect(ask('/compare', 'ids=a,b,c,d,e')).toContain('at most 4 nodes, not 5');
    expect(ask('/files', 'status=GONE')).toContain('AT_RISK');
    expect(ask('/files', 'owner=me')).toContain('“me” is no account');
    expect(ask('/blocks', 'after=a b')).toContain('no place in this list');
    expect(ask('/nodes', 'sort=MEMBERS&sort=OWN_STAKE')).toContain('more than once');
    expect(ask('/block/5', 'at=4')).toContain('takes no “at”');
    expect(ask('/nodes', '__proto__=1')).toContain('takes no “__proto__”');
  });

  it('never throws, and keeps its sentence short', () => {
    const path = fc.constantFrom('/', '/nodes', '/files', '/file/x', '/node/x', '/era/1', '/blocks', '/search');
    fc.assert(
      fc.property(path, fc.array(fc.tuple(fc.string(), fc.string({ maxLength: 3000 }))), (pathname, pairs) => {
        const sentence = questionProblem(pathname, new URLSearchParams(pairs));
        expect(sentence === null || (sentence.length > 20 && sentence.length < 400)).toBe(true);
      }),
    );
  });
});
