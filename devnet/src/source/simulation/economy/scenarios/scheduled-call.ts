import { textHex } from '../cids';
import type { Scenario } from './scenario';
import { happened } from './steps';

export const scheduledCall: Scenario = {
  name: 'scheduled-call',
  about: 'Root schedules the base fee: once, three times by name, and once in vain, since it is cancelled before.',
  blocks: 40,
  *script(stage, ctx) {
    const { market, scheduler } = ctx.pallets;
    const fee = market.storage.baseFee.get();
    const call = market.calls.setBaseFee({ baseFee: fee });
    const { schedule, scheduleNamed, cancelNamed, cancel, scheduleAfter } = scheduler.calls;
    const plain = { maybePeriodic: null, priority: 100, call };
    const again = { ...plain, maybePeriodic: [2, 3] as const };
    const at = ctx.block + 4;
    stage.root(ctx, schedule({ when: at, ...plain }));
    stage.root(ctx, scheduleNamed({ id: textHex('thrice'), when: at, ...again }));
    stage.root(ctx, scheduleNamed({ id: textHex('never'), when: at + 1, ...plain }));
    stage.root(ctx, scheduleAfter({ after: 2, ...plain }));
    stage.root(ctx, schedule({ when: 1, ...plain }));
    ctx = yield [];
    stage.fact(
      'three are named or plain',
      scheduler.lookup.has(textHex('thrice')) && scheduler.agenda.get(at).length >= 2,
    );
    stage.root(ctx, cancelNamed({ id: textHex('never') }));
    stage.root(ctx, cancel({ when: at, index: 99 }));
    let dispatched = 0;
    let set = 0;
    for (let i = 0; i < 12; i++) {
      ctx = yield [];
      dispatched += happened(ctx, 'Scheduler.Dispatched').length;
      set += happened(ctx, 'Market.SetBaseFeeSuccess').length;
    }
    stage.fact('it ran five times', set === 5);
    stage.fact('the named one is over', !scheduler.lookup.has(textHex('thrice')));
    stage.fact('the cancelled one never ran', !scheduler.lookup.has(textHex('never')) && dispatched >= 5);
  },
};
