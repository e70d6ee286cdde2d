import { codeOf } from '../enclave';
import type { Scenario } from './scenario';
import { happened, until } from './steps';

export const codeExpiry: Scenario = {
  name: 'code-expiry',
  about: 'A version of the sWorker is admitted, runs out, its nodes’ reports are refused, and somebody clears it away.',
  people: { cleaner: 5 },
  machines: { node: {} },
  blocks: 300,
  *script(stage, ctx) {
    const { worker } = stage.machine('node');
    const { calls, storage } = ctx.pallets.swork;
    const code = codeOf(`short-lived ${stage.cast.seed}`);
    ctx = yield* until(ctx, 'the first report', () => storage.identities.has(worker.account));
    const expires = ctx.block + 70;
    stage.root(ctx, calls.setCode({ newCode: code, expireBlock: expires }));
    ctx = yield [];
    ctx = yield [];
    stage.fact('root admitted it', storage.codes.get(code) === expires);
    ctx = yield [worker.renew(ctx, 'short-lived', code, true)];
    ctx = yield* until(ctx, 'a report of that version', () => worker.code() === code);
    const outdated = JSON.stringify({ tag: 'Module', value: { index: 25, error: 3 } });
    const isRefused = (e: { args: readonly unknown[] }) => JSON.stringify(e.args[0]) === outdated;
    ctx = yield* until(ctx, 'a refusal', (c) => happened(c, 'System.ExtrinsicFailed').some(isRefused));
    stage.fact('reports are refused as outdated', ctx.block > expires - ctx.runtime.profile.slotBlocks);
    ctx = yield* until(ctx, 'the expiry', (c) => c.block > expires + 1);
    ctx = yield [ctx.sign(stage.who('cleaner'), calls.clearExpiredCode({ expiredCode: code }))];
    stage.fact(
      'the code is cleared',
      happened(ctx, 'Swork.RemoveCodeSuccess').some((e) => e.args[0] === code),
    );
    stage.machine('node').silent = true;
  },
};
