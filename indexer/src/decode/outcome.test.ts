import { describe, expect, it } from 'vitest';
import { outcomeError } from './index';

const names = { error: (module: number, error: number) => `pallet${module}.Error${error}` };
const moduleError = { module: { index: 26, error: 5 } };

describe('the error in an event', () => {
  it('is named wherever it stands', () => {
    expect(outcomeError(moduleError, names)).toBe('pallet26.Error5');
    expect(outcomeError({ err: moduleError }, names)).toBe('pallet26.Error5');
    expect(outcomeError({ badOrigin: null }, names)).toBe('BadOrigin');
    expect(outcomeError({ err: { cannotLookup: null } }, names)).toBe('CannotLookup');
  });

  it('is none where the call succeeded', () => {
    expect(outcomeError({ ok: [] }, names)).toBeNull();
    expect(outcomeError({ ok: null }, names)).toBeNull();
  });
});
