import { accountId, type Hex, option, tuple, u32, u128, type Value, vec } from '../../../../codec/scale';
import type { Runtime } from '../../framework/runtime';
import { blake2_128Concat, twox64Concat } from '../../framework/storage';
import { identityData, registrarInfo, registration } from './data';

const registrars = vec(option(registrarInfo));
export type Registrars = Value<typeof registrars>;
const subs = tuple(u128, vec(accountId));

/** Storage, events and errors of the identity pallet. */
export function identityContext(rt: Runtime) {
  const s = rt.storage('Identity');
  return {
    rt,
    identityOf: s.map('IdentityOf', twox64Concat(accountId), registration),
    /** a sub-account's identity, and its name there */
    superOf: s.map('SuperOf', blake2_128Concat(accountId), tuple(accountId, identityData)),
    /** an identity's deposit for its sub-accounts, and who they are */
    subsOf: s.map<Hex, Value<typeof subs>>('SubsOf', twox64Concat(accountId), subs, [0n, []]),
    registrars: s.value<Registrars>('Registrars', registrars, []),
    emit: rt.emitters('Identity', {
      IdentitySet: [accountId],
      IdentityCleared: [accountId, u128],
      IdentityKilled: [accountId, u128],
      JudgementRequested: [accountId, u32],
      JudgementUnrequested: [accountId, u32],
      JudgementGiven: [accountId, u32],
      RegistrarAdded: [u32],
      SubIdentityAdded: [accountId, accountId, u128],
      SubIdentityRemoved: [accountId, accountId, u128],
      SubIdentityRevoked: [accountId, accountId, u128],
    }),
    E: rt.errors(
      'Identity',
      'TooManySubAccounts',
      'NotFound',
      'NotNamed',
      'EmptyIndex',
      'FeeChanged',
      'NoIdentity',
      'StickyJudgement',
      'JudgementGiven',
      'InvalidJudgement',
      'InvalidIndex',
      'InvalidTarget',
      'TooManyFields',
      'TooManyRegistrars',
      'AlreadyClaimed',
      'NotSub',
      'NotOwned',
    ),
  };
}
export type IdentityContext = ReturnType<typeof identityContext>;
