import type { Stored } from '../read/stored-rows';
import type { EntityName, Fields, Row } from './entities';

/** Everything a block writes, gathered: each row once, at the end. */
export interface Changes {
  put<E extends EntityName>(row: Row<E>): void;
  remove(entity: EntityName, id: string): void;
  /** the row as this block has it so far, otherwise as stored */
  get<E extends EntityName>(entity: E, id: string): Promise<(Fields<E> & { id: string }) | undefined>;
  /** rows stored before this block whose indexed field has the value */
  stored(entity: EntityName, field: string, value: string): Promise<Row[]>;
  /** changes some fields of a row, or makes it from `blank`; written only when something differs */
  patch<E extends EntityName>(entity: E, blank: Fields<E> & { id: string }, fields: Partial<Fields<E>>): Promise<void>;
  /** what is to be written, by entity */
  entries(): { entity: EntityName; puts: { id: string }[]; removals: string[] }[];
}

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  // the database gives null where a row was written without the field
  if (a === undefined || a === null) return b === undefined || b === null;
  if (typeof a === 'bigint' || typeof b === 'bigint') return String(a) === String(b);
  if (a instanceof Date || b instanceof Date) return new Date(a as Date).getTime() === new Date(b as Date).getTime();
  return typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b);
};

/** True when every field of `next` already has its value in `previous`. */
export const sameFields = (previous: object, next: object): boolean =>
  Object.entries(next).every(([key, value]) => same((previous as Record<string, unknown>)[key], value));

export const createChanges = (stored: Stored): Changes => {
  const byEntity = new Map<EntityName, Map<string, { id: string } | null>>();
  const of = (entity: EntityName): Map<string, { id: string } | null> => {
    let rows = byEntity.get(entity);
    if (!rows) {
      rows = new Map();
      byEntity.set(entity, rows);
    }
    return rows;
  };

  const changes: Changes = {
    put: (row) => {
      of(row.entity).set(row.fields.id, row.fields);
    },
    remove: (entity, id) => {
      of(entity).set(id, null);
    },
    get: async <E extends EntityName>(entity: E, id: string) => {
      const pending = of(entity).get(id);
      if (pending !== undefined) return (pending ?? undefined) as (Fields<E> & { id: string }) | undefined;
      return (await stored.get(entity, id))?.fields as (Fields<E> & { id: string }) | undefined;
    },
    stored: (entity, field, value) => stored.children(entity, field, value),
    patch: async (entity, blank, fields) => {
      const previous = await changes.get(entity, blank.id);
      if (previous && sameFields(previous, fields)) return;
      // a stored row is an object of SubQuery's with private parts: only its own fields are copied
      changes.put({ entity, fields: { ...blank, ...previous, ...fields } });
    },
    entries: () =>
      [...byEntity].map(([entity, rows]) => ({
        entity,
        puts: [...rows.values()].filter((fields): fields is { id: string } => fields !== null),
        removals: [...rows].filter(([, fields]) => fields === null).map(([id]) => id),
      })),
  };
  return changes;
};
