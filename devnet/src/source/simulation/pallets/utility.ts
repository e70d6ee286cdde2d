import { blake2_256 } from '../../../codec/hash';
import { type Hex, u16, u32, vec } from '../../../codec/scale';
import { type Call, dispatchError, ensureSigned, failure, signed } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';

const PREFIX = Buffer.from('modlpy/utilisuba').toString('hex');

/** The account `who` controls under `index` (utility.as_derivative). */
export const derivativeAccount = (who: Hex, index: number): Hex =>
  blake2_256(`0x${PREFIX}${who.slice(2)}${le16(index)}` as Hex);
const le16 = (value: number) =>
  (value & 0xff).toString(16).padStart(2, '0') + (value >> 8).toString(16).padStart(2, '0');

const weightOf = (call: Call) => call.def.weight(call.args);
const sum = (calls: readonly Call[]) => calls.reduce((total, call) => total + weightOf(call), 0);

export type Utility = ReturnType<typeof utilityPallet>;

/** Several calls in one: batch keeps what came before a failure, batch_all keeps all or nothing. */
export function utilityPallet(rt: Runtime) {
  const emit = rt.emitters('Utility', { BatchInterrupted: [u32, dispatchError], BatchCompleted: [] });
  const fields = { calls: vec(rt.callCodec) };
  const weight = ({ calls }: { readonly calls: readonly Call[] }) => 14_000_000 + 500_000 * calls.length + sum(calls);

  /** what the calls really weighed, as far as they say */
  const used = (calls: readonly Call[], weights: readonly number[]) =>
    14_000_000 + 500_000 * calls.length + weights.reduce((total, w) => total + w, 0);

  return {
    calls: {
      batch: rt.call('Utility', 'batch', fields, { weight }, (origin, { calls }) => {
        const weights: number[] = [];
        for (const [i, call] of calls.entries()) {
          const outcome = rt.dispatch(call, origin);
          weights.push(outcome.post.weight ?? weightOf(call));
          if (!outcome.ok) {
            emit.BatchInterrupted(i, outcome.error);
            return { weight: used(calls, weights) };
          }
        }
        emit.BatchCompleted();
        return { weight: used(calls, weights) };
      }),
      batchAll: rt.call('Utility', 'batch_all', fields, { weight }, (origin, { calls }) => {
        const weights: number[] = [];
        rt.transaction(() => {
          for (const call of calls) {
            const outcome = rt.dispatch(call, origin);
            weights.push(outcome.post.weight ?? weightOf(call));
            if (!outcome.ok)
              throw Object.assign(failure(outcome.error, outcome.name), { weight: used(calls, weights) });
          }
          emit.BatchCompleted();
        });
        return { weight: used(calls, weights) };
      }),
      asDerivative: rt.call(
        'Utility',
        'as_derivative',
        { index: u16, call: rt.callCodec },
        { weight: ({ call }) => 3_000_000 + weightOf(call) },
        (origin, { index, call }) => {
          const outcome = rt.dispatch(call, signed(derivativeAccount(ensureSigned(origin), index)));
          const real = 3_000_000 + (outcome.post.weight ?? weightOf(call));
          if (!outcome.ok) throw Object.assign(failure(outcome.error, outcome.name), { weight: real });
          return { weight: real };
        },
      ),
    },
  };
}
