import { accountId, compact, type Hex } from '../../../codec/scale';
import { ensureRoot, ensureSigned } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { dbWeight } from '../framework/weights';

/** may a transfer end its sender? */
export type Existence = 'AllowDeath' | 'KeepAlive';
interface Moves {
  transfer(from: Hex, to: Hex, amount: bigint, existence: Existence): void;
  setBalance(who: Hex, free: bigint, reserved: bigint): void;
}

/** Calls that move balances: everybody's, and root's of the first specs. */
export function balanceCalls(rt: Runtime, { transfer, setBalance }: Moves) {
  const transferFields = { dest: accountId, value: compact };
  return {
    transfer: rt.call('Balances', 'transfer', transferFields, { weight: 218_087_000 }, (origin, { dest, value }) => {
      transfer(ensureSigned(origin), dest, value, 'AllowDeath');
    }),
    transferKeepAlive: rt.call(
      'Balances',
      'transfer_keep_alive',
      transferFields,
      { weight: 188_971_000 },
      (origin, { dest, value }) => {
        transfer(ensureSigned(origin), dest, value, 'KeepAlive');
      },
    ),
    /** up to spec 3 */
    setBalance: rt.call(
      'Balances',
      'set_balance',
      { who: accountId, new_free: compact, new_reserved: compact },
      { weight: 44_144_000 + dbWeight(1, 1) },
      (origin, { who, new_free, new_reserved }) => {
        ensureRoot(origin);
        setBalance(who, new_free, new_reserved);
      },
    ),
    /** up to spec 3 */
    forceTransfer: rt.call(
      'Balances',
      'force_transfer',
      { source: accountId, ...transferFields },
      { weight: 91_707_000 + dbWeight(2, 2) },
      (origin, { source, dest, value }) => {
        ensureRoot(origin);
        transfer(source, dest, value, 'AllowDeath');
      },
    ),
  };
}
