import type { PalletTable } from '../table';
import { benefits, locks } from './benefits';
import { bridgeTransfer, chainBridge } from './bridge';
import { claims } from './claims';
import { council, technicalCommittee, technicalMembership } from './collectives';
import { democracy } from './democracy';
import { multisig, scheduler, utility } from './dispatch';
import { elections } from './elections';
import { grandpa, imOnline, offences } from './finality';
import { identityPallet } from './identity';
import { market } from './market';
import { balances, indices, transactionPayment } from './money';
import { authorityDiscovery, authorship, historical, session } from './session';
import { staking } from './staking';
import { swork } from './swork';
import { randomnessCollectiveFlip, system } from './system';
import { babe, timestamp } from './time';
import { tips, treasury } from './treasury';

/** The 33 modules of Crust mainnet spec 25 in the order of its runtime: the place in this list is the module's index. */
export const SPEC25_PALLETS: readonly PalletTable[] = [
  system, // 0
  randomnessCollectiveFlip,
  babe,
  timestamp,
  indices,
  balances, // 5
  transactionPayment,
  authorship,
  staking,
  historical,
  session, // 10
  grandpa,
  imOnline,
  authorityDiscovery,
  offences,
  treasury, // 15
  tips,
  council,
  technicalCommittee,
  technicalMembership,
  democracy, // 20
  elections,
  scheduler,
  utility,
  identityPallet,
  swork, // 25
  market,
  claims,
  benefits,
  locks,
  multisig, // 30
  chainBridge,
  bridgeTransfer,
];
