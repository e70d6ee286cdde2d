import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') }));

/** Source without comments, which may name what the code must not use. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('protocol as a whole', () => {
  it('imports nobody but @noble/hashes', () => {
    const imports = sources.flatMap(({ text }) => [...code(text).matchAll(/from '([^']+)'/g)].map((match) => match[1]));
    expect(imports.length).toBeGreaterThan(10);
    const foreign = imports.filter((name) => !name?.startsWith('./') && !name?.startsWith('../'));
    expect([...new Set(foreign)]).toEqual(['@noble/hashes/blake2']);
  });

  it('uses nothing that the indexer’s sandbox does not have, and no clock, chance or float', () => {
    const missing =
      /\b(TextEncoder|TextDecoder|structuredClone|performance|fetch|process|Buffer|globalThis|Date|parseFloat)\b|Math\.random/;
    for (const { path, text } of sources) expect(missing.exec(code(text)), path).toBeNull();
  });
});
