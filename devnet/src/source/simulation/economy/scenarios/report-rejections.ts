import type { Fault } from '../sworker';
import type { Scenario } from './scenario';
import { failures, until } from './steps';

/** in the order in which the runtime looks */
const FAULTS: readonly (readonly [Fault, number])[] = [
  ['limit', 19],
  ['time', 4],
  ['signature', 5],
  ['transition', 7],
];

export const reportRejections: Scenario = {
  name: 'report-rejections',
  about:
    'A node’s reports are refused for everything they can be refused for; then one is taken, and its repetition ignored.',
  machines: { node: {}, other: {}, nobody: { unregistered: true } },
  blocks: 400,
  *script(stage, ctx) {
    const node = stage.machine('node');
    const { storage } = ctx.pallets.swork;
    const refused = (error: number) => JSON.stringify({ tag: 'Module', value: { index: 25, error } });
    ctx = yield* until(ctx, 'the first report', () => storage.identities.has(node.worker.account));
    for (const [fault, error] of FAULTS) {
      node.plan = { fault };
      ctx = yield* until(ctx, `the error of ${fault}`, (c) => failures(c).includes(refused(error)));
      stage.fact(`${fault} is refused`, true);
    }
    node.plan = { twice: true };
    const pk = node.worker.pk();
    const reports = (c: typeof ctx) =>
      c.previousEvents.filter((e) => e.name === 'WorksReportSuccess' && e.args[1] === pk).length;
    ctx = yield* until(ctx, 'a good report', (c) => reports(c) > 0);
    stage.fact('sent twice it counts once', reports(ctx) === 1);
    const nobody = stage.machine('nobody');
    ctx = yield nobody.worker.report(ctx);
    stage.fact('an unknown key is refused', failures(ctx).includes(refused(2)));
  },
};
