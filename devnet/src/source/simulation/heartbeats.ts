import { encodeBytes, type Hex } from '../../codec/scale';
import { type BareExtrinsic, bareExtrinsic } from './framework/bare';
import type { Runtime } from './framework/runtime';
import { sessionSecrets } from './framework/session-keys';
import { heartbeat } from './pallets/im-online';

/** each node waits a little longer than the one before it */
const BLOCKS_BETWEEN = 1;

/** What the nodes of validators send by themselves: a heartbeat from the middle of a session on, if they made no block yet. */
export function heartbeats(rt: Runtime, block: number, isAsleep: (stash: Hex) => boolean): BareExtrinsic[] {
  const { imOnline, session } = rt.pallets;
  const since = block - imOnline.heartbeatAfter();
  if (since < 0) return [];
  const authorities = imOnline.keys();
  return session.validators.get().flatMap((stash, index) => {
    const turn = (index % Math.max(1, Math.floor(rt.profile.sessionBlocks / 4))) * BLOCKS_BETWEEN;
    if (since < turn || isAsleep(stash) || imOnline.isOnline(index, stash)) return [];
    const secrets = sessionSecrets(stash);
    // keys set by somebody else are not ours to use
    if (secrets.keys.imOnline !== authorities[index]) return [];
    const beat = {
      blockNumber: block - 1,
      networkState: { peerId: secrets.keys.authorityDiscovery, externalAddresses: [] },
      sessionIndex: session.currentIndex(),
      authorityIndex: index,
      validatorsLen: authorities.length,
    };
    const signature = secrets.signHeartbeat(encodeBytes(heartbeat, beat));
    return [bareExtrinsic(rt.callCodec, imOnline.calls.heartbeat({ heartbeat: beat, signature }))];
  });
}
