import type { Hex } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import { rngOf } from '../framework/rng';
import type { ReportedFile } from '../pallets/swork/enclave';
import type { Machine } from './cast';

/** How a file turns out, from its CID alone: everyone who looks at it sees the same. */
/** 0 … 99 from a text; remembered, since every machine asks the same of every file again and again. */
const percentages = new Map<string, number>();
function percentOf(text: string): number {
  const known = percentages.get(text);
  if (known !== undefined) return known;
  const roll = rngOf(text).below(100);
  percentages.set(text, roll);
  return roll;
}

export type Nature = 'ordinary' | 'popular' | 'unwanted' | 'hermit' | 'larger than ordered' | 'smaller than ordered';

export function natureOf(cid: Hex): Nature {
  const roll = percentOf(cid);
  if (roll < 6) return 'unwanted';
  if (roll < 9) return 'larger than ordered';
  if (roll < 13) return 'smaller than ordered';
  if (roll < 17) return 'hermit';
  return roll < 32 ? 'popular' : 'ordinary';
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

const TAKEN_PER_REPORT = 4;
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
): ReportedFile[] {
  const owner = machine.house?.stash.account ?? machine.account.account;
  const list: ReportedFile[] = [];
  for (const [cid, file] of ctx.pallets.market.storage.files.entries()) {
    if (list.length >= TAKEN_PER_REPORT) break;
    const nature = natureOf(cid);
    if (nature === 'hermit' && !DOOMED.has(index)) continue;
    if (nature === 'unwanted' || stored.has(cid) || file.replicas.has(owner)) continue;
    const appetite = percentOf(`${cid}/${index}`);
    if (appetite >= (nature === 'popular' ? 70 : 22) && file.replicas.size > 0) continue;
    if (file.replicas.size === 0 && !ctx.rng.chance(35)) continue;
    // a file that has replicas is what the first report said it is
    const size = file.replicas.size > 0 ? file.fileSize : realSize(cid, file.fileSize);
    list.push([cid, size, BigInt(ctx.block - 1)]);
  }
  return list;
}
