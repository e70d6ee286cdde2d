import type { Scenario } from './scenario';
import { happened } from './steps';

const CALLS = 15;

export const fullBlock: Scenario = {
  name: 'full-block',
  about: 'More weight than a block holds: what finds no room waits and comes first in the next one, in order.',
  blocks: 20,
  *script(stage, ctx) {
    const { calls } = ctx.pallets.market;
    const last = ctx.pallets.swork.storage.lastProcessedBlock.get();
    const heavy = calls.updateReplicas({ fileInfosMap: [], lastProcessedBlockWrs: last });
    ctx = yield Array.from({ length: CALLS }, () => ctx.sign(stage.cast.superior, heavy));
    const first = happened(ctx, 'Market.UpdateReplicasSuccess').length;
    stage.fact('a part of them found room', first > 0 && first < CALLS);
    ctx = yield [];
    const second = happened(ctx, 'Market.UpdateReplicasSuccess').length;
    stage.fact('the rest came after', first + second >= CALLS);
  },
};
