import { accountId, bytes, type Hex, u32, vec } from '../../../../codec/scale';
import { ensure, ensureRoot } from '../../framework/dispatch';
import { ensureSuperior } from '../superior';
import type { MarketContext } from './context';
import { applyReplicas, applySpowerCalculation, fileChanges } from './replicas';

const MAX_CALCULATED_FILES = 300;

/** The calls of the spower service: its account named from spec 22 on, replicas from 23, spower from 24. */
export function serviceCalls(context: MarketContext) {
  const { rt, s, emit, rules } = context;
  const E = rt.errors('Market', 'SpowerSuperiorNotSet', 'IllegalSpowerSuperior', 'ExceedCalculateSpowerFilesLimit');

  function changeSpowers(spowers: ReadonlyMap<Hex, bigint>): void {
    for (const [anchor, change] of spowers) rt.pallets.swork.changeSpower(anchor, change);
  }

  return {
    setSpowerSuperior: rt.call(
      'Market',
      'set_spower_superior',
      { superior: accountId },
      { weight: 1000 },
      (origin, { superior }) => {
        ensureRoot(origin);
        s.spowerSuperior.set(superior);
        emit.SetSpowerSuperiorSuccess(superior);
      },
    ),
    updateReplicas: rt.call(
      'Market',
      'update_replicas',
      { fileInfosMap: fileChanges, lastProcessedBlockWrs: u32 },
      { weight: rules.updateReplicasWeight },
      (origin, { fileInfosMap, lastProcessedBlockWrs }) => {
        const caller = ensureSuperior(origin, s.spowerSuperior.get(), E);
        const { changedFiles, spowers, illegalAdds } = applyReplicas(context, fileInfosMap);
        rt.pallets.swork.setLastProcessedBlock(lastProcessedBlockWrs);
        changeSpowers(spowers);
        rt.pallets.swork.dropAddedFiles(illegalAdds);
        s.lastReplicasUpdateBlock.set(rt.block());
        emit.UpdateReplicasSuccess(caller, rt.block(), changedFiles, lastProcessedBlockWrs);
        return { waiveFee: true };
      },
    ),
    calculateSpowers: rt.call(
      'Market',
      'calculate_spowers',
      { cids: vec(bytes) },
      { weight: ({ cids }) => 1_000_000_000 + 1_300_000_000 * cids.length },
      (origin, { cids }) => {
        const caller = ensureSuperior(origin, s.spowerSuperior.get(), E);
        ensure(cids.length <= MAX_CALCULATED_FILES, E.ExceedCalculateSpowerFilesLimit);
        const { spowers, files } = applySpowerCalculation(context, cids);
        changeSpowers(spowers);
        s.lastSpowerCalculateBlock.set(rt.block());
        emit.CalculateSpowersSuccess(caller, rt.block(), spowers.size, files);
        return { waiveFee: true };
      },
    ),
    setSpowerReadyPeriod: rt.call(
      'Market',
      'set_spower_ready_period',
      { readyPeriod: u32 },
      { weight: 1_000_000 },
      (origin, { readyPeriod }) => {
        ensureSuperior(origin, s.spowerSuperior.get(), E);
        s.spowerReadyPeriod.set(readyPeriod);
        emit.SetSpowerReadyPeriodSuccess(readyPeriod);
      },
    ),
  };
}
