import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../testing';
import { canReach } from './account';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  chmodSync(folder.path, 0o755);
});
afterEach(() => folder.remove());

const stranger = { uid: 65_000, gid: 65_000 };

test('a closed folder anywhere above keeps another user out', () => {
  const inner = join(folder.path, 'closed', 'inner');
  mkdirSync(inner, { recursive: true });
  expect(canReach(inner, stranger)).toBe(true);
  chmodSync(join(folder.path, 'closed'), 0o700);
  expect(canReach(inner, stranger)).toBe(false);
  expect(canReach(inner, { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 })).toBe(true);
});
