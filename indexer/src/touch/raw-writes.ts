import type { CallFact } from '../decode/facts';
import { MIRRORS, mirrorOf } from '../mirror';
import { PREFIX_LENGTH } from '../scale/keys';
import { type TouchPlan, textsIn } from './plan';

/** Root may write or delete any key (`set_storage`, `kill_storage`, `kill_prefix`): those of mirrored maps are read. */
export const touchRawWrites = (call: CallFact, plan: TouchPlan): void => {
  for (const text of textsIn(call.args)) {
    if (!text.startsWith('0x')) continue;
    if (call.call === 'kill_prefix') {
      for (const { prefix } of MIRRORS) {
        if (prefix.startsWith(text) || text.startsWith(prefix)) plan.rescans.add(prefix);
      }
    } else if (text.length > PREFIX_LENGTH && mirrorOf(text)) {
      plan.keys.add(text);
    }
  }
};
