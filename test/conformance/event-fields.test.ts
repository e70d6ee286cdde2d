import { SPEC25_PALLETS } from '@moho/devnet/codec/metadata/index';
import { namedEvents } from '@moho/protocol';
import { expect, it } from 'vitest';

it('events are named with as many fields as the runtime gives them', () => {
  const runtime = new Map<string, { args: readonly unknown[] }>(
    SPEC25_PALLETS.flatMap(({ name, events }) =>
      (events ?? []).map((event) => [`${name.charAt(0).toLowerCase()}${name.slice(1)}.${event.name}`, event] as const),
    ),
  );
  const differing = namedEvents().flatMap(({ event, fields }) => {
    // sudo left the runtime before spec 25
    if (event.startsWith('sudo.')) return [];
    const args = runtime.get(event)?.args;
    return args?.length === fields
      ? []
      : [`${event}: ${fields} named, the runtime has ${args?.length ?? 'no such event'}`];
  });
  expect(differing).toEqual([]);
  expect(runtime.size).toBeGreaterThan(100);
});
