import { describe, expect, it } from 'vitest';
import { exactHref, hitHref } from './hit';

const hit = (kind: Parameters<typeof hitHref>[0]['kind'], id: string) => ({ kind, id, title: id, detail: null });

describe('search hits', () => {
  it('leads each kind to its page', () => {
    expect(hitHref(hit('FILE', 'Qm/x'))).toBe('/file/Qm%2Fx');
    expect(hitHref(hit('VALIDATOR', 'cT'))).toBe('/node/cT');
    expect(hitHref(hit('GUARANTOR', 'cT'))).toBe('/guarantor/cT');
    expect(hitHref(hit('EXTRINSIC', '12-1'))).toBe('/extrinsic/12-1');
    expect(hitHref(hit('ERA', '7'))).toBe('/era/7');
  });
  it('goes straight to a single hit only', () => {
    expect(exactHref([])).toBeNull();
    expect(exactHref([hit('BLOCK', '5')])).toBe('/block/5');
    expect(exactHref([hit('BLOCK', '5'), hit('ERA', '5')])).toBeNull();
  });
});
