import { describe, expect, it } from 'vitest';
import { type Hex, raw } from '../../../codec/scale';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import { ROOT, signed } from '../framework/dispatch';
import { rawValue } from '../framework/storage';

const FUNDS = { anna: 100n * CRU };

function start() {
  const b = bench(FUNDS);
  const { scheduler, market } = b.pallets;
  const asRoot = (call: Parameters<typeof b.chain.runtime.dispatch>[0]) => {
    const outcome = b.chain.runtime.dispatch(call, ROOT);
    return outcome.ok ? 'ok' : outcome.name;
  };
  const fee = (baseFee: bigint) => market.calls.setBaseFee({ baseFee });
  return { b, scheduler, market, asRoot, fee };
}

describe('the scheduler', () => {
  it('runs a call in its block, as root, in the phase of no extrinsic', () => {
    const { b, scheduler, market, asRoot, fee } = start();
    expect(asRoot(scheduler.calls.schedule({ when: 3, maybePeriodic: null, priority: 10, call: fee(77n) }))).toBe('ok');
    b.chain.produce();
    b.chain.produce();
    expect(market.storage.baseFee.get()).toBe(0n);
    b.chain.produce();
    expect(market.storage.baseFee.get()).toBe(77n);
    const [set, dispatched] = b.chain.runtime.events.records.filter((e) => /SetBaseFee|Dispatched/.test(e.name));
    expect([set?.phase, dispatched?.phase]).toEqual(['Initialization', 'Initialization']);
    expect(dispatched?.args).toEqual([[3, 0], null, { tag: 'Ok', value: null }]);
    expect(scheduler.agenda.get(3)).toEqual([]);
  });

  it('takes the more urgent call first, whatever came first', () => {
    const { b, scheduler, market, asRoot, fee } = start();
    for (const [priority, value] of [
      [200, 1n],
      [5, 2n],
      [100, 3n],
    ] as const) {
      asRoot(scheduler.calls.schedule({ when: 2, maybePeriodic: null, priority, call: fee(value) }));
    }
    b.chain.produce();
    b.chain.produce();
    const order = b.chain.runtime.events.records.filter((e) => e.name === 'SetBaseFeeSuccess').map((e) => e.args[0]);
    expect(order).toEqual([2n, 3n, 1n]);
    expect(market.storage.baseFee.get()).toBe(1n);
  });

  it('repeats a named call as often as asked, and forgets its name after the last time', () => {
    const { b, scheduler, asRoot, fee } = start();
    const name = '0x6162';
    const plan = { id: name, when: 2, maybePeriodic: [2, 3] as const, priority: 63, call: fee(9n) } as const;
    expect(asRoot(scheduler.calls.scheduleNamed(plan))).toBe('ok');
    expect(asRoot(scheduler.calls.scheduleNamed(plan))).toBe('Scheduler.FailedToSchedule');
    const ran: number[] = [];
    for (let block = 1; block <= 12; block++) {
      b.chain.produce();
      if (b.chain.runtime.events.records.some((e) => e.name === 'SetBaseFeeSuccess')) ran.push(block);
    }
    expect(ran).toEqual([2, 4, 6]);
    expect(scheduler.lookup.has(name)).toBe(false);
  });

  it('refuses the past, what is not there, and everybody but root', () => {
    const { b, scheduler, asRoot, fee } = start();
    b.chain.produce();
    const plan = { maybePeriodic: null, priority: 0, call: fee(1n) };
    expect(asRoot(scheduler.calls.schedule({ when: 1, ...plan }))).toBe('Scheduler.TargetBlockNumberInPast');
    expect(asRoot(scheduler.calls.cancel({ when: 5, index: 0 }))).toBe('Scheduler.NotFound');
    expect(asRoot(scheduler.calls.cancelNamed({ id: '0x00' }))).toBe('Scheduler.NotFound');
    // a list that had nothing to take out is written all the same, and gone with its block
    expect(scheduler.agenda.has(5)).toBe(true);
    while (b.chain.head() < 5) b.chain.produce();
    expect(scheduler.agenda.has(5)).toBe(false);
    const mine = b.chain.runtime.dispatch(scheduler.calls.schedule({ when: 9, ...plan }), signed(id('anna')));
    expect(mine.ok ? 'ok' : mine.name).toBe('BadOrigin');
  });

  it('passes over what was put off with calls this runtime does not know', () => {
    const { b, scheduler } = start();
    const key = scheduler.agenda.rawKey(4);
    const unknown: Hex = '0x0401000a63ff0000';
    const at = rawValue(b.chain.runtime.store, key, raw);
    at.set(unknown);
    for (let block = 1; block <= 4; block++) b.chain.produce();
    expect(b.chain.runtime.events.records.filter((e) => e.pallet === 'Scheduler')).toEqual([]);
    expect(b.chain.history.get(key, 4)).toBe(unknown);
  });

  it('cancels a named task whose place has changed in name only', () => {
    const { b, scheduler, market, asRoot, fee } = start();
    const { system } = b.pallets;
    const late = { when: 2, maybePeriodic: null, priority: 200 };
    const heavy = system.calls.fillBlock({ ratio: 700_000_000 });
    asRoot(scheduler.calls.schedule({ ...late, priority: 100, call: heavy }));
    asRoot(scheduler.calls.scheduleNamed({ ...late, id: '0x61', call: heavy }));
    asRoot(scheduler.calls.scheduleNamed({ ...late, id: '0x62', call: fee(4n) }));
    b.chain.produce();
    b.chain.produce();
    expect(scheduler.agenda.get(3)).toHaveLength(2);
    expect(scheduler.lookup.get('0x62')).toEqual([2, 2]);
    expect(asRoot(scheduler.calls.cancelNamed({ id: '0x62' }))).toBe('ok');
    expect(b.chain.runtime.events.records.at(-1)).toMatchObject({ name: 'Canceled', args: [2, 2] });
    b.chain.produce();
    expect(market.storage.baseFee.get()).toBe(4n);
  });

  it('reports a failure and goes on', () => {
    const { b, scheduler, market, asRoot, fee } = start();
    const failing = market.calls.setFeeAdjustInterval(0);
    asRoot(scheduler.calls.schedule({ when: 2, maybePeriodic: null, priority: 1, call: failing }));
    asRoot(scheduler.calls.schedule({ when: 2, maybePeriodic: null, priority: 2, call: fee(8n) }));
    b.chain.produce();
    b.chain.produce();
    const results = b.chain.runtime.events.records.filter((e) => e.name === 'Dispatched').map((e) => e.args[2]);
    expect(results).toEqual([
      { tag: 'Err', value: { tag: 'Module', value: { index: 26, error: 10 } } },
      { tag: 'Ok', value: null },
    ]);
    expect(market.storage.baseFee.get()).toBe(8n);
  });
});
