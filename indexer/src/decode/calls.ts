import { cutLongText, displayValue } from './display';
import type { CallFact, CallNode, Json, Wrapper } from './facts';
import type { CallNames } from './names';
import { derivativeAccount, multisigAccount } from './origin';

/** The two questions unwrapping asks the runtime. */
export interface CallDecoder {
  call(index: string): CallNames;
  decodeCall(hex: string): Json;
}

export interface DecodedCall {
  node: CallNode;
  /** outermost first, then nested ones in the order of execution */
  calls: CallFact[];
}

interface RawCall {
  callIndex: string;
  args: Record<string, Json>;
}
interface Context {
  origin: string | null;
  wrapped: boolean;
  wrappers?: Wrapper[];
  deferred: boolean;
}

const isCall = (value: Json | undefined): value is Json & RawCall =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  typeof value.callIndex === 'string' &&
  !!value.args;

/** Calls that only store or note the call they carry. */
const DEFERRING = new Set([
  'scheduler.schedule',
  'scheduler.schedule_named',
  'scheduler.schedule_after',
  'scheduler.schedule_named_after',
  'council.propose',
  'technicalCommittee.propose',
]);

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** On whose behalf the calls inside `outer` run. */
const innerOrigin = (names: CallNames, args: Record<string, Json>, origin: string | null): string | null => {
  switch (`${names.pallet}.${names.call}`) {
    case 'utility.as_derivative':
      return origin === null ? null : derivativeAccount(origin, Number(args.index));
    case 'multisig.as_multi':
    case 'multisig.as_multi_threshold_1': {
      const others = args.other_signatories;
      if (origin === null || !Array.isArray(others)) return null;
      return multisigAccount([origin, ...others.map(String)], names.call === 'as_multi' ? Number(args.threshold) : 1);
    }
    case 'sudo.sudo_as':
      return textOf(args.who);
    case 'sudo.sudo':
    case 'sudo.sudo_unchecked_weight':
      return null;
    default:
      return origin;
  }
};

/**
 * A call with everything inside it: utility, multisig, sudo, scheduler and any other wrapper are seen by the shape of
 * their arguments, so a wrapper of a later runtime is opened too.
 */
export const decodeCall = (raw: Json, signer: string | null, decoder: CallDecoder): DecodedCall => {
  const calls: CallFact[] = [];

  const visit = (call: RawCall, context: Context): CallNode => {
    const names = decoder.call(call.callIndex);
    calls.push({ pallet: names.pallet, call: names.call, args: call.args, ...context });
    const name = `${names.pallet}.${names.call}`;
    const inner = (item: number): Context => ({
      origin: innerOrigin(names, call.args, context.origin),
      wrapped: true,
      wrappers: [...(context.wrappers ?? []), { name, item }],
      deferred: context.deferred || DEFERRING.has(name),
    });
    return {
      pallet: names.pallet,
      call: names.call,
      args: names.args.map(({ name, type }) => {
        const value = call.args[name];
        if (value === undefined) throw new Error(`${names.pallet}.${names.call} was decoded without its "${name}"`);
        return { name, type, value: visitValue(type, value, inner) };
      }),
    };
  };

  const visitValue = (type: string, value: Json, inner: (item: number) => Context, item = 0): Json => {
    if (isCall(value)) return visit(value, inner(item)) as unknown as Json;
    if (Array.isArray(value) && value.some(isCall)) return value.map((one, i) => visitValue('', one, inner, i));
    if (type === 'OpaqueCall' && typeof value === 'string' && value.length > 2) {
      const opened = decoder.decodeCall(value);
      if (isCall(opened)) return visit(opened, inner(item)) as unknown as Json;
    }
    return cutLongText(displayValue(type, value));
  };

  if (!isCall(raw)) throw new Error(`not a call: ${JSON.stringify(raw).slice(0, 120)}`);
  const node = visit(raw, { origin: signer, wrapped: false, deferred: false });
  return { node, calls };
};
