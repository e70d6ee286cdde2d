import { expect, test } from 'vitest';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import { type Call, ROOT } from '../framework/dispatch';
import type { SessionKeys } from './session';

const keys = (name: string): SessionKeys => ({
  grandpa: id(`${name} grandpa`),
  babe: id(`${name} babe`),
  imOnline: id(`${name} online`),
  authorityDiscovery: id(`${name} found`),
});

/** Sessions begin when the test says so: the chain has no stakers of its own. */
function start() {
  const b = bench({ anna: CRU });
  const { runtime } = b.chain;
  const { grandpa } = b.pallets;
  const list = [[id('vera'), keys('vera')]] as const;
  /** one block, in which a session begins or not; the events of its end and the messages to the nodes */
  const block = (number: number, session?: { changed: boolean }) => {
    runtime.initialize(number);
    const [events, logs] = [runtime.events.records.length, b.pallets.system.digest().length];
    if (session !== undefined) grandpa.newSession(session.changed, list);
    runtime.finalize(number);
    return {
      events: runtime.events.records.slice(events).map((e) => e.name),
      // the kind of message behind the engine's name and the length
      messages: b.pallets.system
        .digest()
        .slice(logs)
        .map((log) => Number(`0x${log.slice(14, 16)}`)),
    };
  };
  const root = (call: Call) => runtime.dispatch(call, ROOT).ok;
  return { b, grandpa, block, root };
}
const [SCHEDULED, FORCED] = [1, 2];

test('a changed set takes over in the block that announces it; the same set goes on', () => {
  const { grandpa, block } = start();
  expect(block(10, { changed: true })).toEqual({ events: ['NewAuthorities'], messages: [SCHEDULED] });
  expect(grandpa.setId()).toBe(1n);
  expect(block(20, { changed: false })).toEqual({ events: [], messages: [] });
  expect(grandpa.setId()).toBe(1n);
});

test('when root says that finality hangs, the next session forces a change that waits; meanwhile there is no other', () => {
  const { b, grandpa, block, root } = start();
  const stalled = grandpa.calls.noteStalled({ delay: 5, bestFinalizedBlockNumber: 3 });
  expect(b.run('anna', stalled).result).toBe('BadOrigin');
  expect(root(stalled)).toBe(true);
  expect(block(10, { changed: false })).toEqual({ events: [], messages: [FORCED] });
  expect(grandpa.setId()).toBe(1n);
  expect(block(12, { changed: true })).toEqual({ events: [], messages: [] });
  expect(grandpa.setId()).toBe(1n);
  expect(block(15)).toEqual({ events: ['NewAuthorities'], messages: [] });
  // forced changes keep a distance of twice their delay
  root(stalled);
  expect(block(16, { changed: false })).toEqual({ events: [], messages: [] });
  root(stalled);
  expect(block(20, { changed: false }).messages).toEqual([FORCED]);
});
