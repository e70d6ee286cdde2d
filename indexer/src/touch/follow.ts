import { mirrorOf } from '../mirror';
import { marketBenefitKey, sworkBenefitKey } from '../mirror/benefits';
import { bondedKey, guarantorKey, ledgerKey, stakeLimitKey, validatorKey } from '../mirror/staking';
import { groupKey, identityKey, workReportKey } from '../mirror/swork';
import type { Fields, Row } from '../write/entities';
import type { TouchPlan } from './plan';

/** Keys that a row names, and that change together with it. `deep`: the file's holders and owners may have been paid or weighed. */
const followRow = (row: Row, deep: boolean): string[] => {
  switch (row.entity) {
    case 'Bonded':
      return [ledgerKey((row.fields as Fields<'Bonded'>).controller)];
    case 'Ledger': {
      const { stash } = row.fields as Fields<'Ledger'>;
      return [bondedKey(stash), validatorKey(stash), guarantorKey(stash), stakeLimitKey(stash)];
    }
    case 'EnclaveKey': {
      const { anchor } = row.fields as Fields<'EnclaveKey'>;
      return anchor ? [workReportKey(anchor)] : [];
    }
    case 'SworkIdentity': {
      const { anchor, owner } = row.fields as Fields<'SworkIdentity'>;
      return [workReportKey(anchor), ...(owner ? [groupKey(owner), sworkBenefitKey(owner)] : [])];
    }
    case 'Replica': {
      if (!deep) return [];
      const { anchor, owner, who } = row.fields as Fields<'Replica'>;
      // before FilesV2 the owner who is paid is the one of the reporter's identity
      return [
        workReportKey(anchor),
        ...(owner ? [marketBenefitKey(owner)] : [identityKey(who), marketBenefitKey(who)]),
      ];
    }
    default:
      return [];
  }
};

/** The owner behind an identity of a holder is paid, too. */
const followOwner = (row: Row): string[] => {
  if (row.entity !== 'SworkIdentity') return [];
  const { owner } = row.fields as Fields<'SworkIdentity'>;
  return owner ? [marketBenefitKey(owner)] : [];
};

/**
 * Everything reachable from the plan's keys through rows, as `rowsOf` gives them. Run once over the rows before the block
 * (so that an ordinary block needs one round) and again over the rows read.
 */
export const follow = async (plan: TouchPlan, rowsOf: (key: string) => Promise<Row[]>): Promise<Set<string>> => {
  const found = new Set(plan.keys);
  const owners = plan.deepFiles.size > 0;
  const queue = [...plan.keys];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (!mirrorOf(key)) continue;
    for (const row of await rowsOf(key)) {
      const next = [...followRow(row, plan.deepFiles.has(key)), ...(owners ? followOwner(row) : [])];
      for (const reached of next) {
        if (found.has(reached)) continue;
        found.add(reached);
        queue.push(reached);
      }
    }
  }
  return found;
};
