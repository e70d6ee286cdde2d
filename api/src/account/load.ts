import type { Context } from '../context';
import { loadKeyed, loadOne } from '../database/load';
import type { View } from '../database/view';
import type { AccountNode } from '../schema/refs';
import { type AccountLinks, accountLinks, accounts } from './sql';

/** The account of an address that may be missing. */
export const accountOf = (address: string | null, view: View): AccountNode | null =>
  address === null ? null : { id: address, view };

export const loadAccount = (ctx: Context, { id, view }: AccountNode) => loadOne(ctx, accounts, view, id);

const NO_LINKS: Omit<AccountLinks, 'id'> = {
  controller: null,
  stash: null,
  hasIdentity: false,
  owner: null,
  isOwner: false,
  isValidator: false,
  isGuarantor: false,
  isMerchant: false,
  isClient: false,
};

export const loadLinks = async (ctx: Context, { id, view }: AccountNode): Promise<AccountLinks> =>
  (await loadKeyed(ctx, 'accountLinks', view, id, accountLinks)) ?? { id, ...NO_LINKS };

export type Role =
  | 'OWNER'
  | 'MEMBER'
  | 'ISOLATION'
  | 'VALIDATOR'
  | 'GUARANTOR'
  | 'STASH'
  | 'CONTROLLER'
  | 'MERCHANT'
  | 'CLIENT';

/** What an account is in the network; several at once are usual. */
export const rolesOf = (links: AccountLinks): Role[] => {
  const roles: [boolean, Role][] = [
    [links.isOwner, 'OWNER'],
    [links.hasIdentity && links.owner !== null, 'MEMBER'],
    [links.hasIdentity && links.owner === null, 'ISOLATION'],
    [links.isValidator, 'VALIDATOR'],
    [links.isGuarantor, 'GUARANTOR'],
    [links.controller !== null, 'STASH'],
    [links.stash !== null, 'CONTROLLER'],
    [links.isMerchant, 'MERCHANT'],
    [links.isClient, 'CLIENT'],
  ];
  return roles.filter(([is]) => is).map(([, role]) => role);
};
