import { accountId, type Hex, vec } from '../../../codec/scale';
import type { Runtime } from '../framework/runtime';

export type Session = ReturnType<typeof sessionPallet>;

/** The validators of the moment. */
export function sessionPallet(rt: Runtime) {
  const validators = rt.storage('Session').value('Validators', vec(accountId), []);
  return { validators, noteAuthor: (_author: Hex) => undefined };
}
