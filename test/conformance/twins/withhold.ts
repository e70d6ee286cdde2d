import type { Economy } from '@moho/devnet/source/simulation/economy';
import type { SignedExtrinsic } from '@moho/devnet/source/simulation/framework/extrinsic';

/** A work report as its machine sent it. */
export interface SentReport {
  account: string;
  slot: number;
  /** it names files that came or went */
  namesFiles: boolean;
}

interface ReportArgs {
  slot: bigint;
  addedFiles: readonly unknown[];
  deletedFiles: readonly unknown[];
}

const reportOf = (extrinsic: Partial<SignedExtrinsic>): SentReport | null => {
  const { call, signer } = extrinsic;
  if (call === undefined || signer === undefined || call.def.name !== 'report_works') return null;
  const { slot, addedFiles, deletedFiles } = call.args as unknown as ReportArgs;
  return { account: signer, slot: Number(slot), namesFiles: addedFiles.length + deletedFiles.length > 0 };
};

/**
 * The same economy, except that some work reports never reach the chain. Everybody else does and draws what they would
 * have done anyway. `hear` is told every report that was sent.
 */
export const withholding = (
  economy: Economy,
  isWithheld: (report: SentReport) => boolean,
  hear: (report: SentReport) => void = () => undefined,
): Economy => ({
  ...economy,
  block: (ctx) =>
    economy.block(ctx).filter((extrinsic) => {
      const report = reportOf(extrinsic);
      if (report === null) return true;
      hear(report);
      return !isWithheld(report);
    }),
});
