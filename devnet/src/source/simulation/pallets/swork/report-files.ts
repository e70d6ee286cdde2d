import type { Hex } from '../../../../codec/scale';
import type { Runtime } from '../../framework/runtime';
import type { ReportedFile } from './enclave';

/**
 * Up to spec 22 the files of a report go to the market with the report: what they are worth to the report's spower, and
 * how many of the added ones somebody ordered.
 */
export function applyFiles(
  rt: Runtime,
  reporter: Hex,
  anchor: Hex,
  files: { readonly addedFiles: readonly ReportedFile[]; readonly deletedFiles: readonly ReportedFile[] },
): { counted: number; gained: bigint; lost: bigint } {
  const { market, swork } = rt.pallets;
  const owner = swork.groupOwner(reporter) ?? reporter;
  const outcome = { counted: 0, gained: 0n, lost: 0n };
  for (const [cid, size, validAt] of files.addedFiles) {
    const { spower, ordered } = market.addReplica({
      cid,
      size,
      who: reporter,
      owner,
      anchor,
      validAt: Number(validAt),
    });
    outcome.gained += spower;
    if (ordered) outcome.counted += 1;
  }
  for (const [cid] of files.deletedFiles) outcome.lost += market.removeReplica({ cid, who: reporter, owner, anchor });
  return outcome;
}
