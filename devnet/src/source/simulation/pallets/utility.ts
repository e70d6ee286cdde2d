import { blake2_256 } from '../../../codec/hash';
import { type Hex, u16, u32, vec } from '../../../codec/scale';
import { type Call, type DispatchClass, dispatchError, ensureSigned, failure, signed } from '../framework/dispatch';
import type { Outcome, Runtime } from '../framework/runtime';
import { READ, WRITE } from '../framework/weights';

const PREFIX = Buffer.from('modlpy/utilisuba').toString('hex');

/** The account `who` controls under `index` (utility.as_derivative). */
export const derivativeAccount = (who: Hex, index: number): Hex =>
  blake2_256(`0x${PREFIX}${who.slice(2)}${le16(index)}` as Hex);
const le16 = (value: number) =>
  (value & 0xff).toString(16).padStart(2, '0') + (value >> 8).toString(16).padStart(2, '0');

const weightOf = (call: Call) => call.def.weight(call.args);
/** what a call turned out to weigh: never more than announced */
const spentBy = (call: Call, { post }: Outcome) => Math.min(post.weight ?? Number.POSITIVE_INFINITY, weightOf(call));

/** with the read and write of an account that is only now at hand */
const DERIVATIVE_WEIGHT = 5_849_000 + READ + WRITE;

export type Utility = ReturnType<typeof utilityPallet>;

/** Several calls in one: batch keeps what came before a failure, batch_all keeps all or nothing. */
export function utilityPallet(rt: Runtime) {
  const emit = rt.emitters('Utility', { BatchInterrupted: [u32, dispatchError], BatchCompleted: [] });
  const fields = { calls: vec(rt.callCodec) };
  interface Calls {
    readonly calls: readonly Call[];
  }
  /** operational if all of its calls are */
  const kind = ({ calls }: Calls): DispatchClass =>
    calls.every((call) => call.def.class(call.args) === 'Operational') ? 'Operational' : 'Normal';
  const batchWeight = (count: number) => 19_612_000 + 1_988_000 * count;
  const batchAllWeight = (count: number) => 21_934_000 + 1_503_000 * count;
  const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);

  return {
    calls: {
      batch: rt.call(
        'Utility',
        'batch',
        fields,
        { weight: ({ calls }) => batchWeight(calls.length) + total(calls.map(weightOf)), class: kind },
        (origin, { calls }) => {
          const weights: number[] = [];
          for (const [i, call] of calls.entries()) {
            const outcome = rt.dispatch(call, origin);
            weights.push(spentBy(call, outcome));
            if (!outcome.ok) {
              emit.BatchInterrupted(i, outcome.error);
              // what comes after the failed one is given back
              return { weight: batchWeight(weights.length) + total(weights) };
            }
          }
          emit.BatchCompleted();
          return { weight: batchWeight(calls.length) + total(weights) };
        },
      ),
      batchAll: rt.call(
        'Utility',
        'batch_all',
        fields,
        { weight: ({ calls }) => batchAllWeight(calls.length) + total(calls.map(weightOf)), class: kind },
        (origin, { calls }) => {
          const weights: number[] = [];
          rt.transaction(() => {
            for (const call of calls) {
              const outcome = rt.dispatch(call, origin);
              weights.push(spentBy(call, outcome));
              if (!outcome.ok)
                throw Object.assign(failure(outcome.error, outcome.name), {
                  weight: batchAllWeight(weights.length) + total(weights),
                });
            }
            emit.BatchCompleted();
          });
          return { weight: batchAllWeight(calls.length) + total(weights) };
        },
      ),
      asDerivative: rt.call(
        'Utility',
        'as_derivative',
        { index: u16, call: rt.callCodec },
        { weight: ({ call }) => DERIVATIVE_WEIGHT + weightOf(call), class: ({ call }) => call.def.class(call.args) },
        (origin, { index, call }) => {
          const outcome = rt.dispatch(call, signed(derivativeAccount(ensureSigned(origin), index)));
          const real = DERIVATIVE_WEIGHT + spentBy(call, outcome);
          if (!outcome.ok) throw Object.assign(failure(outcome.error, outcome.name), { weight: real });
          return { weight: real };
        },
      ),
    },
  };
}
