import type { Hex } from '../../../codec/scale';
import { type ErrorMakers, ensure, ensureSigned, type Origin } from '../framework/dispatch';

/** The caller, who must be the spower superior; Market and Swork each name their own. */
export function ensureSuperior(
  origin: Origin,
  superior: Hex | undefined,
  E: ErrorMakers<['SpowerSuperiorNotSet', 'IllegalSpowerSuperior']>,
): Hex {
  const caller = ensureSigned(origin);
  ensure(superior !== undefined, E.SpowerSuperiorNotSet);
  ensure(superior === caller, E.IllegalSpowerSuperior);
  return caller;
}
