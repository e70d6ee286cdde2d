import { accountId, bool, type Codec, type Hex, unit, vec } from '../../../codec/scale';
import type { Runtime } from '../framework/runtime';

const NOBODY: Hex = `0x${'00'.repeat(32)}`;

export type Authorship = ReturnType<typeof authorshipPallet>;

/** Who made the block: the validator at the digest's authority index, in the list that holds after a rotation. */
export function authorshipPallet(rt: Runtime) {
  const store = rt.storage('Authorship');
  const stored = store.value('Author', accountId);
  const didSetUncles = store.value('DidSetUncles', bool);
  /** no uncle is ever named: the list is pruned to nothing in every block */
  const uncles = store.value<readonly never[]>('Uncles', vec(unit as Codec<never>), []);
  let index = 0;
  /** an index that the validators do not have names nobody's account, as it does on the chain */
  const author = (): Hex => rt.pallets.session.validators.get()[index] ?? NOBODY;

  rt.hooks('Authorship', {
    onInitialize() {
      const who = author();
      uncles.set([]);
      stored.set(who);
      rt.pallets.session.noteAuthor(who);
    },
    onFinalize() {
      stored.kill();
      didSetUncles.kill();
    },
  });
  return {
    author,
    /** the authority index of the block being opened */
    setAuthority: (authority: number) => {
      index = authority;
    },
  };
}
