import { expect, it } from 'vitest';
import { isHex } from './base/hex';
import { knownSworkerCodes, sworkerVersion } from './sworker-versions';

it('every known sWorker code is 32 bytes and has a version of its own', () => {
  const codes = knownSworkerCodes();
  expect(codes.every((code) => isHex(code, 32) && code === code.toLowerCase())).toBe(true);
  const versions = codes.map(sworkerVersion);
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(new Set(versions).size).toBe(codes.length);
  expect(sworkerVersion(`0x${'00'.repeat(32)}`)).toBeNull();
  expect(sworkerVersion('toString')).toBeNull();
});
