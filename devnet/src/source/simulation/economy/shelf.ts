import type { Hex } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import type { Rng } from '../framework/rng';
import type { FileInfo } from '../pallets/market/storage';
import { cidOf, textHex } from './cids';

/** so many of the newest files is what a machine looks through for its next report */
const WINDOW = 400;

/**
 * The files that the economy's own people care about, by their CIDs. Scenarios' files are not among them, and those
 * from before block 0 are known by number only: a million names would fill the memory.
 */
export function fileShelf(seed: number, founding: number) {
  const ordered: Hex[] = [];
  const known = new Set<Hex>();
  let turn = 0;
  const foundingCid = (i: number): Hex => textHex(cidOf(`${seed}/founding file ${i}`, i % 5 === 0 ? 0 : 1));

  type Row = readonly [Hex, FileInfo];
  const rows = (ctx: EconomyContext, cids: readonly Hex[]): Row[] =>
    cids.flatMap((cid) => {
      const file = ctx.pallets.market.allFiles.get(cid);
      return file === undefined ? [] : [[cid, file] as const];
    });

  return {
    foundingCid,
    add(cid: Hex): void {
      if (known.has(cid)) return;
      known.add(cid);
      ordered.push(cid);
    },
    /** some files that are on the chain now: the newest ones */
    newest: (ctx: EconomyContext): Row[] => rows(ctx, ordered.slice(-WINDOW)),
    /** some files in turn, so that each comes round again */
    inTurn(ctx: EconomyContext): Row[] {
      const all = ordered.length + founding;
      const cids = Array.from({ length: Math.min(WINDOW, all) }, (_, i) => {
        const at = (turn + i) % all;
        return at < founding ? foundingCid(at) : (ordered[at - founding] as Hex);
      });
      turn = all === 0 ? 0 : (turn + cids.length) % all;
      return rows(ctx, cids);
    },
    /** any file of all there ever were; undefined when the one picked is gone */
    any(ctx: EconomyContext, rng: Rng): Row | undefined {
      const at = rng.below(ordered.length + founding);
      const cid = at < founding ? foundingCid(at) : ordered[at - founding];
      return cid === undefined ? undefined : rows(ctx, [cid])[0];
    },
  };
}
export type FileShelf = ReturnType<typeof fileShelf>;
