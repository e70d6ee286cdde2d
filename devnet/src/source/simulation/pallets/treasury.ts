import { accountId, compact, compact32, type Hex, struct, u32, u128, vec } from '../../../codec/scale';
import { maxOf, permillOf, saturatingSub } from '../framework/arithmetic';
import { ensure, ensureRoot, ensureSigned, isFailure } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { twox64Concat } from '../framework/storage';
import { dbWeight, READ, WRITE } from '../framework/weights';
import { runtimeValues } from './runtime-values';

/** "modl" ++ "py/trsry", zero padded */
export const TREASURY_ACCOUNT: Hex = `0x${Buffer.from('modlpy/trsry'.padEnd(32, '\0')).toString('hex')}`;
/** what of the idle pot is burnt at the end of a spend period */
const BURN_PERMILL = 2_000n;
/** a proposal costs 5 % of what it asks for, 10 CRU at least */
const BOND_PERMILL = 50_000n;
const LEAST_BOND = 10_000_000_000_000n;

export type Treasury = ReturnType<typeof treasuryPallet>;

/** Where 80 % of fees, dust and slashes go, and the proposals that are paid out of it. */
export function treasuryPallet(rt: Runtime) {
  const { spendPeriodBlocks } = runtimeValues(rt.spec);
  const store = rt.storage('Treasury');
  const emit = rt.emitters('Treasury', {
    Proposed: [u32],
    Spending: [u128],
    Awarded: [u32, u128, accountId],
    Rejected: [u32, u128],
    Burnt: [u128],
    Rollover: [u128],
    Deposit: [u128],
  });
  const E = rt.errors('Treasury', 'InsufficientProposersBalance', 'InvalidIndex');
  const proposal = struct({ proposer: accountId, value: u128, beneficiary: accountId, bond: u128 });
  const proposalCount = store.value('ProposalCount', u32, 0);
  const proposals = store.map('Proposals', twox64Concat(u32), proposal);
  const approvals = store.value<readonly number[]>('Approvals', vec(u32), []);

  /** What the pot may spend: its free funds above the existential deposit. */
  const pot = () => saturatingSub(rt.pallets.balances.free(TREASURY_ACCOUNT), rt.pallets.balances.existentialDeposit);

  function deposit(amount: bigint): void {
    if (amount === 0n) return;
    if (!rt.pallets.balances.credit(TREASURY_ACCOUNT, amount)) rt.pallets.balances.burn(amount);
    emit.Deposit(amount);
  }

  /** Pays approved proposals as far as the pot reaches, burns a part of what is idle; returns what that weighs. */
  function spend(): number {
    const { balances } = rt.pallets;
    let budget = pot();
    emit.Spending(budget);
    let paid = 0n;
    let missedAny = false;
    const approved = approvals.get();
    const waiting = approved.filter((index) => {
      const row = proposals.get(index);
      if (row === undefined) return false;
      if (row.value > budget) {
        missedAny = true;
        return true;
      }
      budget -= row.value;
      proposals.remove(index);
      balances.unreserve(row.proposer, row.bond);
      // issued here, taken from the pot with all others below
      if (balances.credit(row.beneficiary, row.value)) {
        balances.issue(row.value);
        paid += row.value;
      }
      emit.Awarded(index, row.value, row.beneficiary);
      return false;
    });
    approvals.set(waiting);
    if (!missedAny) {
      const burn = permillOf(BURN_PERMILL, budget);
      budget -= burn;
      paid += burn;
      emit.Burnt(burn);
    }
    if (paid > 0n) {
      balances.debit(TREASURY_ACCOUNT, paid);
      balances.burn(paid);
    }
    emit.Rollover(budget);
    const count = approved.length;
    return 74_689_000 + 71_943_000 * count + dbWeight(2 + 3 * count, 2 + 3 * count);
  }

  rt.hooks('Treasury', {
    onInitialize: (block) => (block % spendPeriodBlocks === 0 ? spend() : 0),
  });

  const calls = {
    proposeSpend: rt.call(
      'Treasury',
      'propose_spend',
      { value: compact, beneficiary: accountId },
      { weight: 55_957_000 + READ + 2 * WRITE },
      (origin, { value, beneficiary }) => {
        const proposer = ensureSigned(origin);
        const bond = maxOf(permillOf(BOND_PERMILL, value), LEAST_BOND);
        try {
          rt.pallets.balances.reserve(proposer, bond);
        } catch (error) {
          throw isFailure(error) ? E.InsufficientProposersBalance() : error;
        }
        const index = proposalCount.get();
        proposalCount.set(index + 1);
        proposals.set(index, { proposer, value, beneficiary, bond });
        emit.Proposed(index);
      },
    ),
    rejectProposal: rt.call(
      'Treasury',
      'reject_proposal',
      { proposal_id: compact32 },
      { weight: 45_616_000 + 2 * READ + 2 * WRITE, class: 'Operational' },
      (origin, { proposal_id: index }) => {
        ensureRoot(origin);
        const row = proposals.get(index);
        if (row === undefined) throw E.InvalidIndex();
        proposals.remove(index);
        deposit(rt.pallets.balances.slashReserved(row.proposer, row.bond));
        emit.Rejected(index, row.bond);
      },
    ),
    approveProposal: rt.call(
      'Treasury',
      'approve_proposal',
      { proposal_id: compact32 },
      { weight: 13_362_000 + 2 * READ + WRITE, class: 'Operational' },
      (origin, { proposal_id: index }) => {
        ensureRoot(origin);
        ensure(proposals.has(index), E.InvalidIndex);
        approvals.set([...approvals.get(), index]);
      },
    ),
  };

  return {
    calls,
    pot,
    proposalCount,
    proposals,
    approvals,
    /** Takes money that is already issued; what is too small to open the account is burnt. */
    deposit,
  };
}
