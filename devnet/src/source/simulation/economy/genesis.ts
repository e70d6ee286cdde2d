import type { Signer } from '../framework/keys';
import type { Runtime } from '../framework/runtime';
import { sessionSecrets } from '../framework/session-keys';
import { TREASURY_ACCOUNT } from '../pallets/treasury';
import { type Cast, CRU } from './cast';
import { oldMarketGenesis } from './old-markets';

/** when the old sWorker version expires */
const OLD_CODE_EXPIRES = 4300;
const CURRENT_CODE_EXPIRES = 100_000_000;
/** of the candidates so many are elected; at least four */
const ELECTED_PERCENT = 17;
/** what a guarantor from before block 0 has bonded; none of them guarantees more */
const FOUNDING_BOND = 500n * CRU;

/** Block 0: funds, the market's pots and prices, the versions of the sWorker, and the first validators. */
export function crustGenesis(rt: Runtime, cast: Cast, foundingGuarantors: boolean): void {
  const { balances, staking, session, market, swork } = rt.pallets;
  const endow = (list: readonly Signer[], cru: bigint) => {
    for (const { account } of list) balances.endow(account, cru * CRU);
  };
  balances.endow(TREASURY_ACCOUNT, CRU);
  endow(cast.clients, 2500n);
  endow([cast.superior, cast.liquidator, cast.stranger], 300n);
  endow(
    [...cast.houses, cast.newcomer].flatMap((h) => [h.stash, h.controller]),
    900n,
  );
  const pairs = cast.guarantors.flatMap((g) =>
    g.stash.account === g.controller.account ? [g.stash] : [g.stash, g.controller],
  );
  endow(pairs, 1500n);
  endow(
    cast.machines.map((m) => m.account),
    400n,
  );

  market.genesis();
  oldMarketGenesis(rt, cast);
  swork.genesis();
  market.storage.enableMarket.set(true);
  market.storage.baseFee.set(1_000_000_000n);
  market.storage.spowerSuperior.set(cast.superior.account);
  swork.storage.spowerSuperior.set(cast.superior.account);
  swork.storage.codes.set(cast.codes.old, OLD_CODE_EXPIRES);
  swork.storage.codes.set(cast.codes.current, CURRENT_CODE_EXPIRES);

  const validators = cast.houses.map((h) => ({
    stash: h.stash.account,
    controller: h.controller.account,
    bond: h.bond,
    feePerbill: h.feePerbill,
  }));
  const guarantors = (foundingGuarantors ? cast.guarantors : []).map(({ stash, controller }) => ({
    stash: stash.account,
    controller: controller.account,
    bond: FOUNDING_BOND,
  }));
  staking.genesis({
    stakers: [...validators, ...guarantors],
    validatorCount: Math.max(4, Math.floor((cast.houses.length * ELECTED_PERCENT) / 100)),
    minimumValidatorCount: 1,
    startRewardEra: 1,
  });
  session.genesis(cast.houses.map(({ stash }) => [stash.account, sessionSecrets(stash.account).keys] as const));
}
