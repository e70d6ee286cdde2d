import { accountId, compact, compact32, type Hex, u64 } from '../../../../codec/scale';
import { ensure, ensureRoot, ensureSigned, type Origin } from '../../framework/dispatch';
import type { IdentityContext, Registrars } from './context';
import { MOST, WEIGHTS } from './weights';

/** Registrars: root names them, they say what they ask for and look at. None of their own calls has an event. */
export function registrarCalls({ rt, registrars, emit, E }: IdentityContext) {
  /** Changes the caller's own row; the list is written also where there is no such row. Returns how many there are. */
  function change(origin: Origin, index: number, to: Partial<NonNullable<Registrars[number]>>): number {
    const who = ensureSigned(origin);
    const list = registrars.get();
    const row = list[index] ?? null;
    registrars.set(list);
    if (row === null || row.account !== who) throw E.InvalidIndex();
    registrars.set(list.map((each, i) => (i === index ? { ...row, ...to } : each)));
    return list.length;
  }
  const index = compact32;

  return {
    addRegistrar: rt.call(
      'Identity',
      'add_registrar',
      { account: accountId },
      { weight: WEIGHTS.addRegistrar() },
      (origin, { account }: { readonly account: Hex }) => {
        ensureRoot(origin);
        const list = registrars.get();
        ensure(list.length < MOST.registrars, E.TooManyRegistrars);
        registrars.set([...list, { account, fee: 0n, fields: 0n }]);
        emit.RegistrarAdded(list.length);
        return { weight: WEIGHTS.addRegistrar(list.length + 1) };
      },
    ),
    setFee: rt.call('Identity', 'set_fee', { index, fee: compact }, { weight: WEIGHTS.setFee() }, (origin, a) => ({
      weight: WEIGHTS.setFee(change(origin, a.index, { fee: a.fee })),
    })),
    setAccountId: rt.call(
      'Identity',
      'set_account_id',
      { index, new: accountId },
      { weight: WEIGHTS.setAccountId() },
      (origin, a) => ({ weight: WEIGHTS.setAccountId(change(origin, a.index, { account: a.new })) }),
    ),
    setFields: rt.call(
      'Identity',
      'set_fields',
      { index, fields: u64 },
      { weight: WEIGHTS.setFields() },
      (origin, a) => ({ weight: WEIGHTS.setFields(change(origin, a.index, { fields: a.fields })) }),
    ),
  };
}
