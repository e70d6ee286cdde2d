import { type CallFact, type EventFact, type Json, toText } from '../decode/facts';
import { sworkBenefitKey } from '../mirror/benefits';
import { fileKey, fileV2Key } from '../mirror/market';
import { codeKey, groupKey, identityKey, pubKeyKey, workReportKey } from '../mirror/swork';
import { accountsIn, type TouchPlan } from './plan';

const isHexText = (value: Json | undefined): value is string =>
  typeof value === 'string' && value.startsWith('0x') && value.length > 2;

const addAccount = (plan: TouchPlan, account: string): void => {
  plan.keys.add(identityKey(account));
  plan.keys.add(groupKey(account));
  plan.keys.add(sworkBenefitKey(account));
};

/** Both maps are read around spec 17, where a file moves from one to the other. */
export const addFile = (plan: TouchPlan, cidHex: string, spec: number, deep: boolean): void => {
  const keys = spec < 17 ? [fileKey(cidHex)] : spec < 18 ? [fileKey(cidHex), fileV2Key(cidHex)] : [fileV2Key(cidHex)];
  for (const key of keys) {
    plan.keys.add(key);
    if (deep) plan.deepFiles.add(key);
  }
};

const addPubKey = (plan: TouchPlan, value: Json | undefined): void => {
  if (isHexText(value)) plan.keys.add(pubKeyKey(value));
};

const addListedFiles = (plan: TouchPlan, list: Json | undefined, spec: number): void => {
  if (!Array.isArray(list)) return;
  for (const item of list) {
    const cid = Array.isArray(item) ? item[0] : undefined;
    if (isHexText(cid)) addFile(plan, cid, spec, true);
  }
};

export const touchSworkCall = (call: CallFact, spec: number, plan: TouchPlan): void => {
  if (call.origin !== null) addAccount(plan, call.origin);
  for (const account of accountsIn(call.args)) if (call.call !== 'update_spower') addAccount(plan, account);
  const { args } = call;
  if (isHexText(args.code)) plan.keys.add(codeKey(args.code));
  switch (call.call) {
    case 'report_works':
      addPubKey(plan, args.curr_pk);
      addPubKey(plan, args.ab_upgrade_pk);
      // from 23 on the report only queues its files for the spower service
      if (spec < 23) {
        addListedFiles(plan, args.added_files, spec);
        addListedFiles(plan, args.deleted_files, spec);
      }
      break;
    case 'update_spower':
      addListedFiles(plan, args.changed_files, spec);
      if (Array.isArray(args.changed_spowers)) {
        for (const item of args.changed_spowers) {
          const anchor = Array.isArray(item) ? item[0] : undefined;
          if (isHexText(anchor)) plan.keys.add(workReportKey(anchor));
        }
      }
      break;
  }
};

export const touchSworkEvent = (event: EventFact, plan: TouchPlan): void => {
  event.types.forEach((type, i) => {
    if (type === 'SworkerPubKey') addPubKey(plan, event.args[i]);
    else if (type === 'SworkerCode') plan.keys.add(codeKey(toText(event.args[i])));
    else if (type === 'SworkerAnchor') plan.keys.add(workReportKey(toText(event.args[i])));
  });
  for (const account of accountsIn(event.args)) addAccount(plan, account);
};
