import { SPEC25_PALLETS } from '../pallets';
import { constant, type PalletTable } from '../table';
import { encodeVersion, versionOfSpec } from '../version';
import { changed, replaced } from './edit';
import { SPEC1_PALLETS } from './spec1';
import { SPEC4_PALLETS } from './spec4';
import { SPEC17_PALLETS } from './spec17';
import { SPEC22_PALLETS } from './spec22';
import { SPEC23_PALLETS } from './spec23';
import { SPEC24_PALLETS } from './spec24';

/** Crust mainnet's runtimes that are described here, oldest first. */
export const SPEC_VERSIONS = [1, 4, 17, 22, 23, 24, 25] as const;
export type SpecVersion = (typeof SPEC_VERSIONS)[number];

export const isSpecVersion = (version: number): version is SpecVersion =>
  (SPEC_VERSIONS as readonly number[]).includes(version);

/** The described runtime whose rules hold for a runtime of any version: the newest that is not newer. */
export function specBehind(version: number): SpecVersion {
  const found = SPEC_VERSIONS.findLast((known) => known <= version);
  if (found === undefined) throw new RangeError(`there is no Crust runtime of spec ${version}`);
  return found;
}

/** A spec's modules carry the version that System shows. */
const stamped = (pallets: readonly PalletTable[], version: SpecVersion): readonly PalletTable[] =>
  changed(pallets, {
    System: ({ constants }) => ({
      constants: replaced(constants, constant('Version', 'RuntimeVersion', encodeVersion(versionOfSpec(version)))),
    }),
  });

const PALLETS: Readonly<Record<SpecVersion, readonly PalletTable[]>> = {
  1: stamped(SPEC1_PALLETS, 1),
  4: stamped(SPEC4_PALLETS, 4),
  17: stamped(SPEC17_PALLETS, 17),
  22: stamped(SPEC22_PALLETS, 22),
  23: stamped(SPEC23_PALLETS, 23),
  24: stamped(SPEC24_PALLETS, 24),
  25: SPEC25_PALLETS,
};

/** The modules of a runtime in the order of its `construct_runtime`: the place in this list is the module's index. */
export const palletsOfSpec = (version: SpecVersion): readonly PalletTable[] => PALLETS[version];
