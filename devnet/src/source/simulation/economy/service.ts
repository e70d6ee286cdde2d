import type { Hex, Value } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import type { SignedExtrinsic } from '../framework/extrinsic';
import type { fileChanges } from '../pallets/market/replicas';
import type { Cast } from './cast';
import type { Accepted } from './machine';

const FILES_PER_CALL = 300;

/** The spower service: applies reports to files, then has the spower of files calculated, once a slot each. */
export function spowerService(cast: Cast) {
  let queued: Accepted[] = [];
  let touched = new Set<Hex>();
  let lastApplied = 0;

  /** A report's files as the pallet wants them, one entry per CID. */
  function changes(reports: readonly Accepted[]): Value<typeof fileChanges> {
    const byCid = new Map<Hex, [Hex, bigint, Value<typeof fileChanges>[number][2][number][]]>();
    for (const r of reports) {
      const note = (cid: Hex, size: bigint, validAt: bigint, isAdded: boolean) => {
        const row = byCid.get(cid) ?? [cid, size, []];
        row[2].push([r.reporter, r.owner, r.anchor, r.slot, r.block, Number(validAt), isAdded]);
        byCid.set(cid, row);
      };
      for (const [cid, size, validAt] of r.added) note(cid, size, validAt, true);
      for (const [cid, size, validAt] of r.deleted) note(cid, size, validAt, false);
    }
    return [...byCid.values()];
  }

  return {
    take(report: Accepted): void {
      queued.push(report);
    },
    act(ctx: EconomyContext): SignedExtrinsic[] {
      const { slotBlocks, sweepOffset } = ctx.runtime.profile;
      const offset = ctx.block % slotBlocks;
      const { market } = ctx.pallets;
      if (offset === sweepOffset - 3 && queued.length > 0) {
        const list = changes(queued);
        for (const [cid] of list) touched.add(cid);
        lastApplied = Math.max(...queued.map((r) => r.block));
        queued = [];
        return [
          ctx.sign(
            cast.superior,
            market.calls.updateReplicas({ fileInfosMap: list, lastProcessedBlockWrs: lastApplied }),
          ),
        ];
      }
      if (offset === sweepOffset - 1) {
        const ready = market.storage.spowerReadyPeriod.get();
        for (const [cid, file] of market.storage.files.entries()) {
          const due = [...file.replicas.values()].some((r) => r.createdAt !== null && r.createdAt + ready <= ctx.block);
          if (due) touched.add(cid);
        }
        const cids = [...touched].slice(0, FILES_PER_CALL);
        touched = new Set([...touched].slice(FILES_PER_CALL));
        if (cids.length > 0) return [ctx.sign(cast.superior, market.calls.calculateSpowers({ cids }))];
      }
      return [];
    },
    /** A closed file's replicas keep counting its plain size; the service takes that away too. */
    forgetClosed(ctx: EconomyContext, replicas: readonly { anchor: Hex; sizeBytes: bigint }[]): SignedExtrinsic[] {
      if (replicas.length === 0) return [];
      const sums = new Map<Hex, bigint>();
      for (const { anchor, sizeBytes } of replicas) sums.set(anchor, (sums.get(anchor) ?? 0n) - sizeBytes);
      const call = ctx.pallets.swork.calls.updateSpower({ changedSpowers: [...sums], changedFiles: [] });
      return [ctx.sign(cast.superior, call)];
    },
  };
}
