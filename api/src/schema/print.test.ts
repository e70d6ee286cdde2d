import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printedSchema } from './print';

test('the committed schema is the printed one (npm run schema --workspace api writes it)', () => {
  const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  expect(printedSchema()).toBe(committed);
});
