import type { Hex, Value } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import type { SignedExtrinsic } from '../framework/extrinsic';
import type { Signer } from '../framework/keys';
import type { fileChanges } from '../pallets/market/replicas';
import type { Cast } from './cast';
import type { Accepted } from './sworker';

const FILES_PER_CALL = 300;

export type SpowerService = ReturnType<typeof spowerService>;

/** The spower service: applies reports to files, then has the spower of files calculated, once a slot each. */
export function spowerService(cast: Cast) {
  let queued: Accepted[] = [];
  let touched = new Set<Hex>();
  /** replicas that count their file's spower once they are old enough, about in the order in which they will be */
  let ripening: (readonly [validAt: number, cid: Hex])[] = [];
  let lastApplied = 0;
  let superior = cast.superior;
  let down = false;

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

  function ripen(block: number, readyBlocks: number): void {
    const later: typeof ripening = [];
    for (const each of ripening) {
      if (each[0] + readyBlocks <= block) touched.add(each[1]);
      else later.push(each);
    }
    ripening = later;
  }

  return {
    take(report: Accepted): void {
      queued.push(report);
    },
    /** Stops working, or begins again with all that has piled up. */
    setDown(isDown: boolean): void {
      down = isDown;
    },
    /** Signs as somebody else from now on. */
    setSuperior(who: Signer): void {
      superior = who;
    },
    act(ctx: EconomyContext): SignedExtrinsic[] {
      if (down) return [];
      const { slotBlocks, sweepOffset } = ctx.runtime.profile;
      const offset = ctx.block % slotBlocks;
      const { market } = ctx.pallets;
      if (offset === sweepOffset - 3 && queued.length > 0) {
        const list = changes(queued);
        for (const [cid] of list) touched.add(cid);
        for (const { added } of queued) for (const [cid, , validAt] of added) ripening.push([Number(validAt), cid]);
        lastApplied = Math.max(...queued.map((r) => r.block));
        queued = [];
        return [
          ctx.sign(superior, market.calls.updateReplicas({ fileInfosMap: list, lastProcessedBlockWrs: lastApplied })),
        ];
      }
      if (offset === sweepOffset - 1) {
        ripen(ctx.block, market.storage.spowerReadyPeriod.get());
        const cids = [...touched].slice(0, FILES_PER_CALL);
        touched = new Set([...touched].slice(FILES_PER_CALL));
        if (cids.length > 0) return [ctx.sign(superior, market.calls.calculateSpowers({ cids }))];
      }
      return [];
    },
    /** A closed file's replicas keep counting its plain size; the service takes that away too. */
    forgetClosed(ctx: EconomyContext, replicas: readonly { anchor: Hex; sizeBytes: bigint }[]): SignedExtrinsic[] {
      if (replicas.length === 0) return [];
      const sums = new Map<Hex, bigint>();
      for (const { anchor, sizeBytes } of replicas) sums.set(anchor, (sums.get(anchor) ?? 0n) - sizeBytes);
      const call = ctx.pallets.swork.calls.updateSpower({ changedSpowers: [...sums], changedFiles: [] });
      return [ctx.sign(superior, call)];
    },
  };
}
