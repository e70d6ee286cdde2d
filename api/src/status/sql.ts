import type { List } from '../database/sql';
import { orderBy, tableSource } from '../database/sql';

export interface RuntimeSpecRow {
  id: string;
  specVersion: number;
  block: number;
  time: string;
}

export const runtimeSpecs: List<RuntimeSpecRow> = {
  name: 'runtimeSpecs',
  source: tableSource('runtime_specs', 'id, spec_version, block, time'),
  ordering: orderBy('spec', 'asc', 'spec_version'),
};
