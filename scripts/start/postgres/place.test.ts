import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { choosePlace } from './place';

const asRoot = process.getuid?.() === 0;

/** mkdtemp makes folders that only their maker may enter. */
const closedFolder = () => mkdtempSync(join(tmpdir(), 'moho closed '));

test('as root data goes where the server may enter and is tidied away after its owner; else it stays at home', () => {
  const first = closedFolder();
  const place = choosePlace(join(first, 'pg'));
  if (!asRoot) {
    expect(place).toMatchObject({ data: join(first, 'pg', 'data'), account: undefined, note: undefined });
    rmSync(first, { recursive: true });
    return;
  }
  expect(place.note).toContain('runs as another user than root');
  const elsewhere = readFileSync(join(first, 'pg', 'elsewhere'), 'utf8').trim();
  expect(place.data).toBe(join(elsewhere, 'data'));
  expect(choosePlace(join(first, 'pg')).data).toBe(place.data);
  rmSync(first, { recursive: true });

  const second = closedFolder();
  choosePlace(join(second, 'pg'));
  expect(existsSync(elsewhere)).toBe(false);
  rmSync(readFileSync(join(second, 'pg', 'elsewhere'), 'utf8').trim(), { recursive: true });
  rmSync(second, { recursive: true });
});
