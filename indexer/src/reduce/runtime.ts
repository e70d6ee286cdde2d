import { row } from '../write/entities';
import type { RecordContext } from './context';

/** The first block each runtime executed. */
export const reduceRuntime = ({ facts, cursor, changes }: RecordContext): void => {
  if (cursor.specVersion === facts.spec) return;
  const { spec, number, time } = facts;
  changes.put(row('RuntimeSpec', { id: String(spec), specVersion: spec, block: number, time }));
};
