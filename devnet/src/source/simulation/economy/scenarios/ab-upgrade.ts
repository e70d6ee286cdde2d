import type { Scenario } from './scenario';
import { happened, until } from './steps';

export const abUpgrade: Scenario = {
  name: 'ab-upgrade',
  about: 'A node moves to a new enclave without losing anything: its anchor stays, the old key is gone.',
  machines: { node: {} },
  blocks: 200,
  *script(stage, ctx) {
    const { worker } = stage.machine('node');
    const { storage } = ctx.pallets.swork;
    ctx = yield* until(ctx, 'the first report', () => storage.identities.has(worker.account));
    const [oldKey, anchor] = [worker.pk(), storage.identities.get(worker.account)?.anchor];
    ctx = yield [worker.renew(ctx, 'B', stage.cast.codes.current, true)];
    ctx = yield* until(ctx, 'the upgrade', (c) =>
      happened(c, 'Swork.ABUpgradeSuccess').some((e) => e.args[1] === oldKey),
    );
    ctx = yield [];
    stage.fact('the new key has the old anchor', storage.pubKeys.get(worker.pk())?.anchor === anchor);
    stage.fact('the old key is gone', worker.pk() !== oldKey && !storage.pubKeys.has(oldKey));
    stage.fact('the identity did not change', storage.identities.get(worker.account)?.anchor === anchor);
  },
};
