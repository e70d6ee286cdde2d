import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeXml } from './xml';

const LETTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

it('leaves no markup, and is read back as what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
      const escaped = escapeXml(given);
      expect(escaped).not.toMatch(/[<>"']/);
      const back = escaped.replace(/&(#?\w+);/g, (_, name) => LETTERS[name] ?? '?');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML cannot write
      expect(back).toBe(given.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd'));
    }),
  );
});

it('replaces broken text', () => {
  expect(escapeXml('\ud800a\udc00')).toBe('\ufffda\ufffd');
});
