import type { Hex } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import { rngOf } from '../framework/rng';
import type { ReportedFile } from '../pallets/swork/enclave';
import type { Machine } from './cast';
import { HABITS } from './people';
import type { FileShelf } from './shelf';

/** of so many files the rolls are remembered, the newest: machines look at no others */
const REMEMBERED = 1000;
const UNKNOWN = -1;
const NATURE = 0;

/** Of each file 0 … 99 for its nature, then one for each machine: all of them ask the same again and again. */
const rolls = new Map<Hex, Int8Array>();

function rollsOf(cid: Hex, count: number): Int8Array {
  const known = rolls.get(cid);
  if (known !== undefined && known.length >= count) return known;
  const list = new Int8Array(Math.max(32, 2 * count)).fill(UNKNOWN);
  if (known !== undefined) list.set(known);
  rolls.set(cid, list);
  const [oldest] = rolls.keys();
  if (rolls.size > REMEMBERED && oldest !== undefined) rolls.delete(oldest);
  return list;
}

function rollOf(cid: Hex, at: number, name: () => string): number {
  const list = rollsOf(cid, at + 1);
  if (list[at] === UNKNOWN) list[at] = rngOf(name()).below(100);
  return list[at] as number;
}

export type Nature = 'ordinary' | 'popular' | 'unwanted' | 'hermit' | 'larger than ordered' | 'smaller than ordered';

/** How a file turns out, from its CID alone: everyone who looks at it sees the same. */
export function natureOf(cid: Hex): Nature {
  let roll = rollOf(cid, NATURE, () => cid);
  for (const nature of ['unwanted', 'larger than ordered', 'smaller than ordered', 'hermit', 'popular'] as const) {
    roll -= HABITS.file[nature];
    if (roll < 0) return nature;
  }
  return 'ordinary';
}

/** Bytes an enclave really finds behind a CID that was ordered with `orderedBytes`. */
export function realSize(cid: Hex, orderedBytes: bigint): bigint {
  switch (natureOf(cid)) {
    case 'larger than ordered':
      return orderedBytes + 4096n;
    case 'smaller than ordered':
      return orderedBytes > 2048n ? orderedBytes - 1024n : orderedBytes;
    default:
      return orderedBytes;
  }
}

/** Machines that stop for good, one early and one late; some files are held by them alone and become unreachable. */
export const DOOMED: ReadonlyMap<number, number> = new Map([
  [11, 50],
  [19, 185],
]);

/** New files a machine takes up for its next report: few owners for most files, many for the popular ones. */
export function wantedFiles(
  ctx: EconomyContext,
  machine: Machine,
  stored: ReadonlyMap<Hex, bigint>,
  index: number,
  shelf: FileShelf,
): ReportedFile[] {
  const owner = machine.house?.stash.account ?? machine.account.account;
  const list: ReportedFile[] = [];
  for (const [cid, file] of shelf.newest(ctx)) {
    if (list.length >= HABITS.machine.newFilesPerReport) break;
    const nature = natureOf(cid);
    if (nature === 'hermit' && !DOOMED.has(index)) continue;
    if (nature === 'unwanted' || stored.has(cid) || file.replicas.has(owner)) continue;
    const appetite = rollOf(cid, 1 + index, () => `${cid}/${index}`);
    if (appetite >= HABITS.appetite[nature === 'popular' ? 'popular' : 'ordinary'] && file.replicas.size > 0) continue;
    if (file.replicas.size === 0 && !ctx.rng.chance(HABITS.appetite.neverStored)) continue;
    // a file that has replicas is what the first report said it is
    const size = file.replicas.size > 0 ? file.fileSize : realSize(cid, file.fileSize);
    list.push([cid, size, BigInt(ctx.block - 1)]);
  }
  return list;
}
