import { accountId, bool, compact, u32 } from '../../../../../codec/scale';
import { ensure, ensureRoot, ensureSigned, type Origin } from '../../../framework/dispatch';
import { runtimeValues } from '../../runtime-values';
import { POTS } from '../storage';
import type { FirstContext } from './context';
import { FREE_ORDER_LOCK } from './orders';

/** Who may order for nothing, how often and from what money; and the first market's other odds and ends. */
export function freeOrderCalls({ rt, s, f, emit, say, rules }: FirstContext) {
  const E = rt.errors(
    'Market',
    'InsufficientCurrency',
    'InsufficientValue',
    'NotRegister',
    'IllegalFreeOrderAdmin',
    'AlreadyInFreeAccounts',
    'ExceedFreeCountsLimit',
    'ExceedTotalFreeFeeLimit',
  );
  const { existentialDeposit } = runtimeValues(rt.spec);
  const cheap = { weight: 1000 };
  const ensureAdmin = (origin: Origin) => ensure(ensureSigned(origin) === f.freeAdmin.get(), E.IllegalFreeOrderAdmin);
  const target = { target: accountId };

  return {
    bond: rt.call('Market', 'bond', { owner: accountId }, { weight: 107_000_000 }, (origin, { owner }) => {
      f.bonded.set(ensureSigned(origin), owner);
    }),
    retrieveOldCollateral: rt.call('Market', 'retrieve_old_collateral', {}, { weight: rules.orderWeight }, (origin) => {
      const who = ensureSigned(origin);
      const ledger = f.ledgers.get(who);
      if (ledger === undefined) throw E.NotRegister();
      f.ledgers.remove(who);
      rt.pallets.balances.transfer(POTS.storage, who, ledger.reward, 'KeepAlive');
      rt.pallets.balances.transfer(POTS.collateral, who, ledger.collateral, 'KeepAlive');
      say.CutCollateralSuccess(who, ledger.collateral);
    }),
    setMarketSwitch: rt.call('Market', 'set_market_switch', { isEnabled: bool }, cheap, (origin, { isEnabled }) => {
      ensureRoot(origin);
      s.enableMarket.set(isEnabled);
      say.SetMarketSwitchSuccess(isEnabled);
    }),
    setBaseFee: rt.call('Market', 'set_base_fee', { baseFee: compact }, cheap, (origin, { baseFee }) => {
      ensureRoot(origin);
      s.baseFee.set(baseFee);
      emit.SetBaseFeeSuccess(baseFee);
    }),
    rechargeFreeOrderPot: rt.call(
      'Market',
      'recharge_free_order_pot',
      { value: compact },
      { weight: 189_828_000 },
      (origin, { value }) => {
        const who = ensureSigned(origin);
        ensure(value >= existentialDeposit, E.InsufficientValue);
        ensure(rt.pallets.balances.free(who) >= value, E.InsufficientCurrency);
        rt.pallets.balances.transfer(who, POTS.free, value, 'AllowDeath');
      },
    ),
    addFreeAccount: rt.call(
      'Market',
      'add_into_free_order_accounts',
      { ...target, freeCounts: u32 },
      cheap,
      (origin, { target: who, freeCounts }) => {
        ensureAdmin(origin);
        ensure(!f.freeAccounts.has(who), E.AlreadyInFreeAccounts);
        ensure(freeCounts <= f.freeCountsLimit.get(), E.ExceedFreeCountsLimit);
        const total = f.freeFee.get() * BigInt(freeCounts) + existentialDeposit;
        const limit = f.totalFreeFeeLimit.get();
        ensure(total <= limit, E.ExceedTotalFreeFeeLimit);
        rt.pallets.balances.transfer(POTS.free, who, total, 'KeepAlive');
        rt.pallets.balances.setLock(who, FREE_ORDER_LOCK, total, 'Misc');
        f.totalFreeFeeLimit.set(limit - total);
        f.freeAccounts.set(who, freeCounts);
        say.NewFreeAccount(who);
      },
    ),
    removeFreeAccount: rt.call(
      'Market',
      'remove_from_free_order_accounts',
      target,
      cheap,
      (origin, { target: who }) => {
        ensureAdmin(origin);
        f.freeAccounts.remove(who);
        rt.pallets.balances.removeLock(who, FREE_ORDER_LOCK);
        say.FreeAccountRemoved(who);
      },
    ),
    setFreeAdmin: rt.call('Market', 'set_free_order_admin', { admin: accountId }, cheap, (origin, { admin }) => {
      ensureRoot(origin);
      f.freeAdmin.set(admin);
      say.SetFreeOrderAdminSuccess(admin);
    }),
    setFreeFee: rt.call('Market', 'set_free_fee', { fee: compact }, cheap, (origin, { fee }) => {
      ensureRoot(origin);
      f.freeFee.set(fee);
      say.SetFreeFeeSuccess(fee);
    }),
    setFreeCountsLimit: rt.call('Market', 'set_free_counts_limit', { limit: u32 }, cheap, (origin, { limit }) => {
      ensureRoot(origin);
      f.freeCountsLimit.set(limit);
      say.SetFreeCountsLimitSuccess(limit);
    }),
    setTotalFreeFeeLimit: rt.call(
      'Market',
      'set_total_free_fee_limit',
      { limit: compact },
      cheap,
      (origin, { limit }) => {
        ensureRoot(origin);
        f.totalFreeFeeLimit.set(limit);
        say.SetTotalFreeFeeLimitSuccess(limit);
      },
    ),
  };
}
