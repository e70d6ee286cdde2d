import { PREFIX_LENGTH } from '../scale/keys';
import { benefitMirrors } from './benefits';
import { identityMirrors } from './identity';
import { ledgerMirrors } from './ledgers';
import { marketMirrors } from './market';
import type { Mirror } from './mirror';
import { slashMirrors } from './slashes';
import { stakingMirrors } from './staking';
import { sworkMirrors } from './swork';

/** Every map whose keys become rows one by one. (The eras' maps meet in shared rows: see `reduce/eras`.) */
export const MIRRORS: Mirror[] = [
  ...marketMirrors,
  ...ledgerMirrors,
  ...sworkMirrors,
  ...stakingMirrors,
  ...slashMirrors,
  ...benefitMirrors,
  ...identityMirrors,
];

const byPrefix = new Map(MIRRORS.map((mirror) => [mirror.prefix, mirror]));

/** The mirror of a storage key, or undefined for keys that are only read. */
export const mirrorOf = (key: string): Mirror | undefined => byPrefix.get(key.slice(0, PREFIX_LENGTH));
