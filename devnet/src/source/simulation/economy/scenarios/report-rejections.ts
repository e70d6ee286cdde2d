import type { Fault, ReportPlan } from '../sworker';
import type { Scenario } from './scenario';
import { atOffset, failures, until } from './steps';

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
    'Reports are refused for everything they can be refused for, alone and within batches; repetitions are ignored.',
  machines: { node: {}, other: {}, nobody: { unregistered: true }, chief: { unregistered: true } },
  blocks: 600,
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

    const chief = stage.machine('chief');
    ctx = yield [chief.worker.register(ctx)];
    ctx = yield [ctx.sign(chief.worker.signer, ctx.pallets.swork.calls.createGroup({}))];
    ctx = yield* until(ctx, 'the error of a group’s owner', (c) => failures(c).includes(refused(13)));
    stage.fact('a group’s owner is refused', true);
    chief.silent = true;

    const other = stage.machine('other');
    ctx = yield [other.worker.renew(ctx, 'B', stage.cast.codes.current, true)];
    other.plan = { fault: 'upgrade' };
    ctx = yield* until(ctx, 'the error of an upgrade', (c) => failures(c).includes(refused(6)));
    stage.fact('an enclave that takes over with another root is refused', true);

    node.silent = true;
    ctx = yield* atOffset(ctx, 3);
    const { calls } = ctx.pallets.utility;
    const remark = ctx.pallets.system.calls.remark({ remark: '0x' });
    const batch = (c: typeof ctx, ...reports: ReportPlan[]) =>
      c.sign(node.worker.signer, calls.batch({ calls: [remark, ...reports.map((r) => node.worker.reportCall(c, r))] }));
    ctx = yield [batch(ctx, { fault: 'signature' }, {})];
    stage.fact('what follows a refused report in a batch does not run', reports(ctx) === 0);
    ctx = yield [batch(ctx, {})];
    stage.fact('a report in a batch is taken', reports(ctx) === 1);
    ctx = yield [batch(ctx, {}, { fault: 'limit' })];
    stage.fact('its repetition is ignored there, too', reports(ctx) === 0);
  },
};
