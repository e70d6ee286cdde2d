import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type DocumentNode, parse, validate, visit } from 'graphql';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '..');
const schema = buildSchema(readFileSync(join(web, '../api/schema.graphql'), 'utf8'));

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(web, folder, file), 'utf8') })),
);

const documents = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map((match) => ({ file, document: parse(match[1] as string) })),
);

const fragments = new Map(
  documents.flatMap(({ document }) =>
    document.definitions.flatMap((node) =>
      node.kind === 'FragmentDefinition' ? [[node.name.value, node] as const] : [],
    ),
  ),
);

/** The document with every fragment it spreads, as it is sent. */
const whole = (document: DocumentNode): DocumentNode => {
  const used = new Map<string, DocumentNode['definitions'][number]>();
  const collect = (node: DocumentNode['definitions'][number]) =>
    visit(node, {
      FragmentSpread: (spread) => {
        const fragment = fragments.get(spread.name.value);
        if (fragment !== undefined && !used.has(spread.name.value)) {
          used.set(spread.name.value, fragment);
          collect(fragment);
        }
      },
    });
  document.definitions.forEach(collect);
  return { ...document, definitions: [...document.definitions, ...used.values()] };
};

const operations = documents.filter(({ document }) => document.definitions[0]?.kind === 'OperationDefinition');

describe('every GraphQL document of the site', () => {
  it('was found', () => {
    expect(operations.length).toBeGreaterThanOrEqual(15);
  });
  it.each(operations)('is answered by the API: $file', ({ document }) => {
    expect(validate(schema, whole(document)).map((error) => error.message)).toEqual([]);
  });
});
