import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/start/paths';
import { NOT_STORED } from './not-stored';

it('names only tests that there are', () => {
  const missing = NOT_STORED.flatMap(({ tests }) => tests).filter((file) => !existsSync(join(ROOT, file)));
  expect(missing).toEqual([]);
});

it('names each field once', () => {
  const fields = NOT_STORED.flatMap((one) => one.fields);
  expect(new Set(fields).size).toBe(fields.length);
});

it('names a test for each', () => {
  expect(NOT_STORED.filter(({ tests }) => tests.length === 0)).toEqual([]);
});
