import type { EconomyContext } from '../economy';
import type { SignedExtrinsic } from '../framework/extrinsic';
import type { Cast } from './cast';

/** Groups form as their members' first reports arrive; later one quits and one is thrown out. */
export function groupLife(cast: Cast) {
  return {
    act(ctx: EconomyContext): SignedExtrinsic[] {
      const { swork } = ctx.pallets;
      const out: SignedExtrinsic[] = [];
      if (ctx.block === 2) {
        for (const house of cast.houses) out.push(ctx.sign(house.stash, swork.calls.createGroup({})));
        return out;
      }
      for (const [i, machine] of cast.machines.entries()) {
        const home = machine.house;
        if (!home || ctx.block % 7 !== i % 7) continue;
        const row = swork.storage.identities.get(machine.account.account);
        if (row === undefined || row.group !== null) continue;
        const listed = swork.storage.groups.get(home.stash.account)?.allowlist.has(machine.account.account);
        if (listed) out.push(ctx.sign(machine.account, swork.calls.joinGroup({ target: home.stash.account })));
        else out.push(ctx.sign(home.stash, swork.calls.addMember({ target: machine.account.account })));
      }
      const leaving = cast.machines[4];
      if (ctx.block === 1207 && leaving) out.push(ctx.sign(leaving.account, swork.calls.quitGroup({})));
      const [thrown, home] = [cast.machines[8], cast.machines[8]?.house];
      if (ctx.block === 1655 && thrown && home) {
        out.push(ctx.sign(home.stash, swork.calls.kickOut({ target: thrown.account.account })));
      }
      return out;
    },
  };
}
