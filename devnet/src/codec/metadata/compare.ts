import type { Hex } from '../../source/source';
import type { DecodedMetadata } from './decode';

/** What differs between two runtimes, one line each: `Pallet part - name` gone, `+ name` new, `~ name: old -> new`. */
export function compareMetadata(older: DecodedMetadata, newer: DecodedMetadata): string[] {
  const pallets = compareLists(older.pallets, newer.pallets, 'pallet', (a, b) => [
    ...changed(`${a.name} prefix`, a.prefix ?? 'none', b.prefix ?? 'none'),
    ...changed(`${a.name} has calls`, `${a.calls !== null}`, `${b.calls !== null}`),
    ...changed(`${a.name} has events`, `${a.events !== null}`, `${b.events !== null}`),
    ...compareLists(a.storage, b.storage, `${a.name} storage`, (x, y) =>
      changed(`${a.name} storage ~ ${x.name}`, storageText(x), storageText(y)),
    ),
    ...compareLists(a.calls ?? [], b.calls ?? [], `${a.name} call`, (x, y) =>
      changed(`${a.name} call ~ ${x.name}`, argsText(x.args), argsText(y.args)),
    ),
    ...compareLists(a.events ?? [], b.events ?? [], `${a.name} event`, (x, y) =>
      changed(`${a.name} event ~ ${x.name}`, x.args.map(oneLine).join('; '), y.args.map(oneLine).join('; ')),
    ),
    ...compareLists(a.constants, b.constants, `${a.name} constant`, (x, y) =>
      changed(`${a.name} constant ~ ${x.name}`, `${oneLine(x.type)} ${x.value}`, `${oneLine(y.type)} ${y.value}`),
    ),
    ...compareLists(named(a.errors), named(b.errors), `${a.name} error`, () => []),
  ]);
  return [
    ...pallets,
    ...changed('extrinsic version', `${older.extrinsicVersion}`, `${newer.extrinsicVersion}`),
    ...changed('signed extensions', older.signedExtensions.join(' '), newer.signedExtensions.join(' ')),
  ];
}

const named = (names: string[]) => names.map((name) => ({ name }));

/** The compiler breaks long type names over lines; where it does so says nothing. */
const oneLine = (type: string) => type.replaceAll('\n', '');

const argsText = (args: { name: string; type: string }[]) =>
  args.map((a) => `${a.name}: ${oneLine(a.type)}`).join('; ');

interface StoredItem {
  modifier: string;
  keys: { hasher: string; type: string }[];
  type: string;
  fallback: unknown;
}

function storageText(item: StoredItem): string {
  const keys = item.keys.map((k) => `${k.hasher}(${oneLine(k.type)})`).join(' ');
  return `${item.modifier} ${keys} ${oneLine(item.type)} ${item.fallback as Hex}`;
}

const changed = (what: string, before: string, after: string): string[] =>
  before === after ? [] : [`${what}: ${before} -> ${after}`];

/** Entries are matched by name; those in both lists must follow one another in the same order. */
function compareLists<T extends { name: string }>(
  before: T[],
  after: T[],
  what: string,
  inside: (a: T, b: T) => string[],
): string[] {
  const later = new Map(after.map((entry) => [entry.name, entry]));
  const earlier = new Set(before.map((entry) => entry.name));
  const kept = before.filter((entry) => later.has(entry.name)).map((entry) => entry.name);
  const keptAfter = after.filter((entry) => earlier.has(entry.name)).map((entry) => entry.name);
  return [
    ...before.filter((entry) => !later.has(entry.name)).map((entry) => `${what} - ${entry.name}`),
    ...after.filter((entry) => !earlier.has(entry.name)).map((entry) => `${what} + ${entry.name}`),
    ...changed(`${what} order`, kept.join(' '), keptAfter.join(' ')),
    ...before.flatMap((entry) => {
      const match = later.get(entry.name);
      return match ? inside(entry, match) : [];
    }),
  ];
}
