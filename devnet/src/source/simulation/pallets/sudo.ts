import { accountId, u64 } from '../../../codec/scale';
import { type Call, dispatchResult, ensure, ensureSigned, type Origin, ROOT, signed } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { READ, WRITE } from '../framework/weights';

const OWN_WEIGHT = 10_000;

export type Sudo = ReturnType<typeof sudoPallet>;

/** One key that may do everything: mainnet had it up to spec 19. */
export function sudoPallet(rt: Runtime) {
  const key = rt.storage('Sudo').value('Key', accountId);
  const emit = rt.emitters('Sudo', { Sudid: [dispatchResult], KeyChanged: [accountId], SudoAsDone: [dispatchResult] });
  const E = rt.errors('Sudo', 'RequireSudo');

  function ensureKey(origin: Origin): void {
    ensure(ensureSigned(origin) === key.get(), E.RequireSudo);
  }
  function result(call: Call, origin: Origin) {
    const outcome = rt.dispatch(call, origin);
    return outcome.ok ? ({ tag: 'Ok', value: null } as const) : ({ tag: 'Err', value: outcome.error } as const);
  }
  const inner = {
    weight: ({ call }: { readonly call: Call }) => call.def.weight(call.args) + OWN_WEIGHT,
    class: ({ call }: { readonly call: Call }) => call.def.class(call.args),
  };

  const calls = {
    sudo: rt.call('Sudo', 'sudo', { call: rt.callCodec }, inner, (origin, { call }) => {
      ensureKey(origin);
      emit.Sudid(result(call, ROOT));
      return { waiveFee: true };
    }),
    sudoUncheckedWeight: rt.call(
      'Sudo',
      'sudo_unchecked_weight',
      { call: rt.callCodec, weight: u64 },
      { weight: ({ weight }) => Number(weight), class: inner.class },
      (origin, { call }) => {
        ensureKey(origin);
        emit.Sudid(result(call, ROOT));
        return { waiveFee: true };
      },
    ),
    setKey: rt.call('Sudo', 'set_key', { new: accountId }, { weight: 0 }, (origin, args) => {
      ensureKey(origin);
      const old = key.get();
      if (old !== undefined) emit.KeyChanged(old);
      key.set(args.new);
      return { waiveFee: true };
    }),
    sudoAs: rt.call(
      'Sudo',
      'sudo_as',
      { who: accountId, call: rt.callCodec },
      { ...inner, weight: (a) => inner.weight(a) + READ + WRITE },
      (origin, { who, call }) => {
        ensureKey(origin);
        emit.SudoAsDone(result(call, signed(who)));
        return { waiveFee: true };
      },
    ),
  };
  return { calls, key };
}
