import { type Hex, u32, u128 } from '../../../codec/scale';
import { saturatingSub } from '../framework/arithmetic';
import type { Runtime } from '../framework/runtime';

/** "modl" ++ "py/trsry", zero padded */
export const TREASURY_ACCOUNT: Hex = `0x${Buffer.from('modlpy/trsry'.padEnd(32, '\0')).toString('hex')}`;
/** mainnet's spend period in blocks (7 days) and what of the idle pot is burnt at its end */
export const SPEND_PERIOD_BLOCKS = 100_800;
const BURN_PER_MILLION = 2_000n;

export type Treasury = ReturnType<typeof treasuryPallet>;

/** Where 80 % of fees, dust and slashes go. Proposals are not modelled: nobody approves any here. */
export function treasuryPallet(rt: Runtime) {
  const emit = rt.emitters('Treasury', { Deposit: [u128], Spending: [u128], Burnt: [u128], Rollover: [u128] });
  const proposalCount = rt.storage('Treasury').value('ProposalCount', u32, 0);

  /** What the pot may spend: its free funds above the existential deposit. */
  const pot = () => saturatingSub(rt.pallets.balances.free(TREASURY_ACCOUNT), 100_000_000n);

  rt.hooks('Treasury', {
    onInitialize(block) {
      if (block % SPEND_PERIOD_BLOCKS !== 0) return;
      const budget = pot();
      emit.Spending(budget);
      const burn = (budget * BURN_PER_MILLION) / 1_000_000n;
      emit.Burnt(burn);
      if (burn > 0n) {
        rt.pallets.balances.debit(TREASURY_ACCOUNT, burn);
        rt.pallets.balances.burn(burn);
      }
      emit.Rollover(budget - burn);
    },
  });

  return {
    pot,
    proposalCount,
    /** Takes money that is already issued; what is too small to open the account is burnt. */
    deposit(amount: bigint): void {
      if (amount === 0n) return;
      if (!rt.pallets.balances.credit(TREASURY_ACCOUNT, amount)) rt.pallets.balances.burn(amount);
      emit.Deposit(amount);
    },
  };
}
