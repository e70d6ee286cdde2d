import type { Hex } from '../../../codec/scale';
import type { EconomyContext } from '../economy';
import type { SignedExtrinsic } from '../framework/extrinsic';
import { rngOf } from '../framework/rng';
import type { ReportedFile } from '../pallets/swork/enclave';
import type { Cast, Machine } from './cast';
import { DOOMED, wantedFiles } from './files';
import { HABITS } from './people';
import type { FileShelf } from './shelf';
import { sworker } from './sworker';

/** How a machine's life goes, in slots. */
interface Fate {
  /** registers its key in this slot */
  readonly born: number;
  /** no reports in these slots */
  outage(slot: number): boolean;
  /** moves to the current code by A/B upgrade; never, if undefined */
  readonly upgrade: number | undefined;
  /** starts again with a fresh enclave */
  readonly rebirth: number | undefined;
}

/** comes to the chain with it, has been there before, or does nothing but report */
export type MachineKind = 'newborn' | 'founding' | 'steady';

function fateOf(cast: Cast, index: number, kind: MachineKind): Fate {
  const rng = rngOf(`${cast.seed}/fate ${index}`);
  const founding = kind === 'founding';
  const born = founding ? -1 : index < 14 ? 0 : 1 + (index % 5);
  const weak = rng.between(1, 2 * HABITS.machine.missedSlotsAtMost);
  const dies = DOOMED.get(index) ?? Number.POSITIVE_INFINITY;
  const [from, to] = index % 4 === 3 ? [20 + 3 * index, 22 + 3 * index] : [0, 0];
  const outage = (slot: number) =>
    slot >= dies || (slot >= from && slot < to) || rngOf(`${cast.seed}/${index}/${slot}`).chance(weak / 2);
  return {
    born,
    outage,
    upgrade: founding || index === 2 ? undefined : 24 + 2 * index,
    rebirth: index === 6 ? 45 : undefined,
  };
}

/** reports every slot from the first one on, and does nothing else */
const STEADY: Fate = { born: 0, outage: () => false, upgrade: undefined, rebirth: undefined };

export type LivingMachine = ReturnType<typeof livingMachine>;

/** A machine of the economy: registers, reports once a slot, takes up files, upgrades, sometimes fails. */
export function livingMachine(cast: Cast, index: number, shelf: FileShelf, kind: MachineKind = 'newborn') {
  const steady = kind === 'steady';
  const machine = cast.machines[index] as Machine;
  const fate = steady ? STEADY : fateOf(cast, index, kind);
  // those who never upgrade begin with the version that stays
  const code = kind === 'newborn' ? cast.codes.old : cast.codes.current;
  const worker = sworker(machine.account, `${cast.seed}/${machine.name}`, machine.srdBytes, code);

  /** Files the chain has closed, and now and then one it still has. */
  function unwanted(ctx: EconomyContext): ReportedFile[] {
    const { allFiles } = ctx.pallets.market;
    const files = worker.files();
    const gone = [...files].filter(([cid]) => allFiles.get(cid) === undefined).slice(0, 5);
    const dropped =
      files.size > 3 && ctx.rng.chance(HABITS.machine.filesDropped)
        ? [[...files][ctx.rng.below(files.size)] as [Hex, bigint]]
        : [];
    const list = new Map([...gone, ...dropped]);
    return [...list].map(([cid, size]) => [cid, size, BigInt(ctx.block - 1)] as const);
  }

  function report(ctx: EconomyContext): SignedExtrinsic[] {
    if (steady) return worker.report(ctx);
    const fault = ctx.rng.chance(HABITS.machine.faultyReports)
      ? ctx.rng.pick(['signature', 'transition', 'time'] as const)
      : undefined;
    const { swork } = ctx.pallets;
    const waits = swork.joinsEmptyHanded && machine.house && swork.groupOwner(machine.account.account) === undefined;
    const added = waits ? [] : wantedFiles(ctx, machine, worker.files(), index, shelf);
    return worker.report(ctx, {
      added,
      deleted: unwanted(ctx),
      fault,
      twice: ctx.rng.chance(HABITS.machine.repeatedReports),
    });
  }

  return {
    worker,
    /** blocks of a slot in which it may have something to do */
    offsets: [1 + (index % 3), machine.offset + 3] as const,
    act(ctx: EconomyContext): SignedExtrinsic[] {
      const { slotBlocks } = ctx.runtime.profile;
      const slot = Math.floor(ctx.block / slotBlocks);
      const offset = ctx.block % slotBlocks;
      if (slot < fate.born) return [];
      if (offset === 1 + (index % 3)) {
        if (slot === fate.born) return [worker.register(ctx)];
        if (slot === fate.upgrade) return [worker.renew(ctx, 'ab', cast.codes.current, true)];
        if (slot === fate.rebirth) return [worker.renew(ctx, 'fresh', cast.codes.old, false)];
      }
      // a word after the registration of the same slot
      if (offset !== machine.offset + 3 || fate.outage(slot)) return [];
      return ctx.pallets.swork.storage.pubKeys.has(worker.pk()) ? report(ctx) : [];
    },
  };
}
