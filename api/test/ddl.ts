import { readFileSync } from 'node:fs';
import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, type TypeNode } from 'graphql';

/**
 * The tables subql-node makes of the entity model with history on, derived from the same schema.graphql, so that the
 * API's tests cannot drift from it.
 */
export interface Column {
  name: string;
  field: string;
  type: string;
  nullable: boolean;
}

export interface Table {
  entity: string;
  name: string;
  columns: Column[];
}

const SCALARS: Record<string, string> = {
  ID: 'text',
  String: 'text',
  Int: 'integer',
  BigInt: 'numeric',
  Date: 'timestamp without time zone',
  Boolean: 'boolean',
  Bytes: 'bytea',
};

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const tableName = (entity: string): string => {
  const singular = snakeCase(entity).replace(/^_/, '');
  if (/(?:ch|sh|s|x)$/.test(singular)) return `${singular}es`;
  return /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}ies` : `${singular}s`;
};

const columnType = (type: TypeNode, enums: Set<string>): string => {
  if (type.kind === Kind.NON_NULL_TYPE) return columnType(type.type, enums);
  if (type.kind === Kind.LIST_TYPE) return 'jsonb';
  const name = type.name.value;
  const scalar = enums.has(name) ? `"enum_${name}"` : SCALARS[name];
  if (scalar === undefined) throw new Error(`schema.graphql: no column type for ${name}`);
  return scalar;
};

export interface Model {
  tables: Table[];
  /** statements that make the whole schema */
  statements: string[];
}

/** Reads the entity model beside the workspaces. */
export const readModel = (schemaName: string): Model => {
  const document = parse(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  const enums = document.definitions.filter((d) => d.kind === Kind.ENUM_TYPE_DEFINITION);
  const names = new Set(enums.map((e) => e.name.value));
  const toColumn = (field: FieldDefinitionNode): Column => ({
    field: field.name.value,
    name: snakeCase(field.name.value),
    type: columnType(field.type, names),
    nullable: field.type.kind !== Kind.NON_NULL_TYPE,
  });
  const tables = document.definitions
    .filter((d): d is ObjectTypeDefinitionNode => d.kind === Kind.OBJECT_TYPE_DEFINITION)
    .map((d) => ({ entity: d.name.value, name: tableName(d.name.value), columns: (d.fields ?? []).map(toColumn) }));
  const create = ({ name, columns }: Table): string[] => [
    `create table "${schemaName}"."${name}" (${columns
      .map((c) => `"${c.name}" ${c.type.replace('"enum', `"${schemaName}"."enum`)}${c.nullable ? '' : ' not null'}`)
      .join(', ')}, _id uuid primary key default gen_random_uuid(), _block_range int8range not null)`,
    `create index on "${schemaName}"."${name}" (id)`,
  ];
  return {
    tables,
    statements: [
      `create schema "${schemaName}"`,
      `create table "${schemaName}"._metadata (key text primary key, value jsonb, "createdAt" timestamptz default now(), "updatedAt" timestamptz default now())`,
      ...enums.map(
        (e) =>
          `create type "${schemaName}"."enum_${e.name.value}" as enum (${(e.values ?? []).map((v) => `'${v.name.value}'`).join(', ')})`,
      ),
      ...tables.flatMap(create),
    ],
  };
};
