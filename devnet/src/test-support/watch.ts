import type { SubmittableExtrinsic } from '@polkadot/api/types';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { ISubmittableResult } from '@polkadot/types/types';

type Kind =
  | 'isReady'
  | 'isFuture'
  | 'isInBlock'
  | 'isRetracted'
  | 'isFinalized'
  | 'isInvalid'
  | 'isUsurped'
  | 'isDropped';

/** Signs and submits; what the node tells of the extrinsic, in order, and a way to wait for it. */
export async function watch(call: SubmittableExtrinsic<'promise'>, from: KeyringPair, options = {}) {
  const results: ISubmittableResult[] = [];
  let wake = (): void => undefined;
  // polkadot.js takes things out of the options it is given
  const stop = await call.signAndSend(from, { ...options }, (result) => {
    results.push(result);
    wake();
  });
  return {
    stop,
    /** kinds of status so far */
    statuses: () => results.map(({ status }) => status.type),
    async until(kind: Kind) {
      for (;;) {
        const found = results.find(({ status }) => status[kind]);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
