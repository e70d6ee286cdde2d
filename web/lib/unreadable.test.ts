import { describe, expect, it } from 'vitest';
import { isAccountName, unreadableSentence } from './unreadable';

const ADDRESS = 'cTHkxwpL2jKJrHHg4QSWujPJfS4gaszkWreXvFAm4LNhh5P9x';

describe('unreadableSentence', () => {
  it('says what was expected where the text names no such thing', () => {
    for (const path of [
      '/block/zz',
      '/block/-1',
      '/extrinsic/5',
      '/era/1.5',
      '/report/7',
      '/report/0x12',
      '/account/zz',
      '/node/0x12',
      '/group/me',
      '/file/zz',
    ])
      expect(unreadableSentence(path)).toContain(`“${path.split('/')[2]}”`);
    expect(unreadableSentence('/guarantor/%3Cb%3E')).toContain('“<b>”');
    expect(unreadableSentence('/block/%E0%A4%A')).toMatch(/no text/);
  });
  it('is silent where the thing is merely not there', () => {
    for (const path of [
      '/block/999999',
      '/report/5-1',
      '/report/5-1-2',
      '/report/0xab-600',
      '/extrinsic/5-99',
      '/era/7',
      `/node/${ADDRESS}`,
      '/nowhere/zz',
      '/nowhere',
    ])
      expect(unreadableSentence(path)).toBeNull();
  });
  it('repeats only the beginning of a long text', () => {
    expect(unreadableSentence(`/block/${'z'.repeat(3000)}`)?.length).toBeLessThan(250);
  });
});

describe('isAccountName', () => {
  it('reads addresses and public keys, as the API does', () => {
    expect(isAccountName(ADDRESS)).toBe(true);
    expect(isAccountName(` 0x${'ab'.repeat(32)} `)).toBe(true);
    expect(isAccountName(`${ADDRESS}x`)).toBe(false);
    expect(isAccountName(`0x${'ab'.repeat(31)}`)).toBe(false);
  });
});
