import { expect, it } from 'vitest';
import { type ChainEntry, MAP_ITEMS, type MapItem } from './chain-items';
import { entryMemo } from './entry-memo';

const [one, two] = MAP_ITEMS as [MapItem, MapItem];

it('decodes again where the bytes, the runtime, the map or the key differ, and only there', async () => {
  const memo = entryMemo<object>();
  const [old, young] = [{}, {}];
  let decoded = 0;
  const read = async (runtime: object, item: MapItem, key: string, raw: string) => {
    const entry: ChainEntry = { id: key, fields: { raw, decoded: ++decoded }, rawKeys: [key] };
    return (await memo(runtime, item, key, raw, async () => entry))?.fields.raw;
  };
  const reads: [object, MapItem, string, string][] = [
    [old, one, '0x01', '0xaa'],
    [old, one, '0x01', '0xbb'],
    [old, one, '0x02', '0xbb'],
    [old, two, '0x02', '0xaa'],
    [young, two, '0x02', '0xbb'],
  ];
  for (const [runtime, item, key, raw] of reads) expect(await read(runtime, item, key, raw)).toBe(raw);
  const [runtime, item, key, raw] = reads.at(-1) as (typeof reads)[number];
  const again = await memo(runtime, item, key, raw, () => Promise.reject(new Error('it is known')));
  expect(again?.fields).toEqual({ raw, decoded: reads.length });
});

it('asks again for what could not be decoded, and gives what nobody may change', async () => {
  const memo = entryMemo<object>();
  const runtime = {};
  expect(await memo(runtime, one, '0x01', '0xaa', async () => undefined)).toBeUndefined();
  const entry = { id: 'a', fields: { size: 1 }, rawKeys: ['0x01'] };
  await memo(runtime, one, '0x01', '0xaa', async () => entry);
  const known = await memo(runtime, one, '0x01', '0xaa', async () => undefined);
  expect(known).toEqual(entry);
  expect(() => Object.assign(known?.fields ?? {}, { size: 2 })).toThrow(TypeError);
});
