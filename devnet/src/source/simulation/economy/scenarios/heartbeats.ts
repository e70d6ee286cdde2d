import type { Scenario } from './scenario';
import { happened, until } from './steps';

export const heartbeats: Scenario = {
  name: 'heartbeats',
  about: 'Sessions too short for everybody to make a block: those who made none send a heartbeat, and all is well.',
  profile: { name: 'devnet-short-sessions', sessionBlocks: 6, sessionsPerEra: 6 },
  blocks: 200,
  *script(stage, ctx) {
    const { imOnline, session, staking } = ctx.pallets;
    ctx = yield* until(ctx, 'a heartbeat', (c) => happened(c, 'ImOnline.HeartbeatReceived').length > 0);
    const [key] = happened(ctx, 'ImOnline.HeartbeatReceived').map((e) => e.args[0]);
    stage.fact(
      'it is of a key of this session',
      imOnline.keys().some((known) => known === key),
    );
    const index = session.currentIndex();
    let lonely = 0;
    for (let i = 0; i < 60; i++) {
      ctx = yield [];
      lonely += happened(ctx, 'ImOnline.SomeOffline').length;
    }
    stage.fact('sessions went by', session.currentIndex() >= index + 9);
    stage.fact('nobody is reported', lonely === 0);
    stage.fact(
      'everybody stands',
      stage.cast.houses.every((h) => staking.storage.validators.has(h.stash.account)),
    );
  },
};
