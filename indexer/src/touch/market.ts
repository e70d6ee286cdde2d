import type { CallFact, EventFact, Json } from '../decode/facts';
import { marketBenefitKey } from '../mirror/benefits';
import { merchantLedgerKey } from '../mirror/ledgers';
import { accountsIn, type TouchPlan } from './plan';
import { addFile } from './swork';

const isHexText = (value: Json | undefined): value is string =>
  typeof value === 'string' && value.startsWith('0x') && value.length > 2;

/** Before 17 an order on a stored file settles it first, which pays merchants and moves spower (runtime-details §3 row 21). */
const settles = (name: string, spec: number): boolean =>
  spec < 17 ? true : name === 'calculate_reward' || name === 'update_replicas' || name === 'calculate_spowers';

export const touchMarketCall = (call: CallFact, spec: number, plan: TouchPlan): void => {
  if (call.origin !== null) {
    plan.keys.add(marketBenefitKey(call.origin));
    if (spec < 3) plan.keys.add(merchantLedgerKey(call.origin));
  }
  // spec 17: the first files of the old map move, as many as the call says
  if (call.call === 'do_file_migration') plan.migratesFiles = true;
  const { args } = call;
  const deep = settles(call.call, spec);
  if (isHexText(args.cid)) addFile(plan, args.cid, spec, deep);
  for (const value of Object.values(args)) {
    // update_replicas: [[cid, size, [...]], …]; calculate_spowers: [cid, …]
    if (!Array.isArray(value)) continue;
    for (const item of value) {
      const cid = Array.isArray(item) ? item[0] : item;
      if (isHexText(cid)) addFile(plan, cid, spec, deep);
      if (Array.isArray(item)) for (const account of accountsIn(item)) plan.keys.add(marketBenefitKey(account));
    }
  }
};

const SHALLOW = new Set(['FileSuccess', 'AddPrepaidSuccess']);

export const touchMarketEvent = (event: EventFact, spec: number, plan: TouchPlan): void => {
  event.types.forEach((type, i) => {
    const value = event.args[i];
    if (type === 'MerkleRoot' && isHexText(value)) addFile(plan, value, spec, spec < 17 || !SHALLOW.has(event.name));
  });
  for (const account of accountsIn(event.args)) {
    plan.keys.add(marketBenefitKey(account));
    if (spec < 3) plan.keys.add(merchantLedgerKey(account));
  }
};
