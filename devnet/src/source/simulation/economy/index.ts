import { createHash } from 'node:crypto';
import type { Hex } from '../../../codec/scale';
import type { Economy, EconomyContext } from '../economy';
import type { SignedExtrinsic } from '../framework/extrinsic';
import type { Signer } from '../framework/keys';
import type { Runtime } from '../framework/runtime';
import { TREASURY_ACCOUNT } from '../pallets/treasury';
import { type Cast, CRU, castOf } from './cast';
import { storageClients } from './clients';
import { groupLife } from './groups';
import { livingMachine } from './machine';
import { oddities } from './oddities';
import { spowerService } from './service';
import { stakers } from './stakers';

/** when the old sWorker version expires */
const OLD_CODE_EXPIRES = 4300;
const CURRENT_CODE_EXPIRES = 100_000_000;

export interface EconomyOptions {
  /** plain transfers added to every block, to measure with */
  readonly busy?: number;
}

/** The small but whole economy of the local chain: files, reports, stakes and everything that can go wrong with them. */
export function crustEconomy(seed: number, slotBlocks: number, options: EconomyOptions = {}): Economy {
  const cast = castOf(seed, slotBlocks);
  const machines = cast.machines.map((_, i) => livingMachine(cast, i));
  const service = spowerService(cast);
  const clients = storageClients(cast);
  const groups = groupLife(cast);
  const stakes = stakers(cast);
  const others = oddities(cast, clients.newOrder);
  let closing: { anchor: Hex; sizeBytes: bigint }[] = [];

  function busyTransfers(ctx: EconomyContext): SignedExtrinsic[] {
    return Array.from({ length: options.busy ?? 0 }, (_, i) => {
      const from = cast.clients[i % cast.clients.length] as Signer;
      const to = cast.clients[(i + 1) % cast.clients.length] as Signer;
      return ctx.sign(from, ctx.pallets.balances.calls.transfer({ dest: to.account, value: 1_000_000_000n }));
    });
  }

  return {
    genesis: (runtime) => genesis(runtime, cast),
    block(ctx) {
      for (const machine of machines) {
        const accepted = machine.learn(ctx);
        if (accepted) service.take(accepted);
      }
      const closed = closing;
      const settled = clients.settle(ctx);
      closing = settled.closing;
      return [
        ...groups.act(ctx),
        ...machines.flatMap((machine) => machine.act(ctx)),
        ...service.act(ctx),
        ...service.forgetClosed(ctx, closed),
        ...clients.act(ctx),
        ...settled.sent,
        ...stakes.act(ctx),
        ...others.act(ctx),
        ...busyTransfers(ctx),
      ];
    },
  };
}

const key = (text: string): Hex => `0x${createHash('sha256').update(text).digest('hex')}`;

function genesis(rt: Runtime, cast: Cast): void {
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
  swork.genesis();
  market.storage.enableMarket.set(true);
  market.storage.baseFee.set(1_000_000_000n);
  market.storage.spowerSuperior.set(cast.superior.account);
  swork.storage.spowerSuperior.set(cast.superior.account);
  swork.storage.codes.set(cast.codes.old, OLD_CODE_EXPIRES);
  swork.storage.codes.set(cast.codes.current, CURRENT_CODE_EXPIRES);

  staking.genesis({
    stakers: cast.houses.map((h) => ({
      stash: h.stash.account,
      controller: h.controller.account,
      bond: h.bond,
      feePerbill: h.feePerbill,
    })),
    validatorCount: 4,
    minimumValidatorCount: 1,
    startRewardEra: 1,
  });
  session.genesis(
    cast.houses.map(({ stash }) => {
      const of = (kind: string) => key(`${stash.account} ${kind}`);
      return [
        stash.account,
        { grandpa: of('gran'), babe: of('babe'), imOnline: of('imon'), authorityDiscovery: of('audi') },
      ] as const;
    }),
  );
}
