import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEVNET_PROFILE, MAINNET_PROFILE } from '@moho/protocol/base';
import { describe, expect, it } from 'vitest';
import type { Hex } from '../../../source/source';
import { crustRegistry } from '../../registry';
import { compareMetadata } from '../compare';
import {
  decodeMetadata,
  metadataOfSpec,
  palletsOfSpec,
  SPEC_VERSIONS,
  type SpecVersion,
  versionOfSpec,
} from '../index';
import { changed, replaced, withBehind, without } from './edit';

const given = process.env.CRUST_RECORDINGS;
const real = ([1, 4] as const).flatMap((spec) => {
  const file = [given ?? '', dirname(given ?? '')]
    .map((folder) => join(folder, `metadata-spec${spec}.hex`))
    .find((path) => given !== undefined && existsSync(path));
  return file === undefined ? [] : [{ spec, file }];
});

describe.runIf(real.length > 0)('metadata of a real runtime', () => {
  it.each(real)('spec $spec: ours says the same, documentation apart', ({ spec, file }) => {
    const theirs = decodeMetadata(readFileSync(file, 'utf8').trim() as Hex);
    expect(theirs.pallets.length).toBeGreaterThan(20);
    expect(compareMetadata(theirs, decodeMetadata(metadataOfSpec(spec)))).toEqual([]);
  });
});
if (real.length === 0)
  console.log('metadata of specs 1 and 4: nothing to compare with (CRUST_RECORDINGS names no metadata-spec*.hex)');

/** module indices by `construct_runtime`, from 15 on where they moved */
const MODULES: Readonly<Record<SpecVersion, string>> = {
  1: 'Treasury Scheduler Utility Identity Swork Market Claims Benefits Locks Sudo',
  4: 'Treasury Scheduler Utility Identity Swork Market Claims Benefits Locks Sudo Multisig',
  17: 'Treasury Tips Council TechnicalCommittee TechnicalMembership Democracy Elections Scheduler Utility Identity Swork Market Claims Benefits Locks Sudo Multisig ChainBridge BridgeTransfer',
  22: 'Treasury Tips Council TechnicalCommittee TechnicalMembership Democracy Elections Scheduler Utility Identity Swork Market Claims Benefits Locks Multisig ChainBridge BridgeTransfer',
  23: 'Treasury Tips Council TechnicalCommittee TechnicalMembership Democracy Elections Scheduler Utility Identity Swork Market Claims Benefits Locks Multisig ChainBridge BridgeTransfer',
  24: 'Treasury Tips Council TechnicalCommittee TechnicalMembership Democracy Elections Scheduler Utility Identity Swork Market Claims Benefits Locks Multisig ChainBridge BridgeTransfer',
  25: 'Treasury Tips Council TechnicalCommittee TechnicalMembership Democracy Elections Scheduler Utility Identity Swork Market Claims Benefits Locks Multisig ChainBridge BridgeTransfer',
};

/** calls by the number the sources give them: what moves when a spec inserts or drops a call before them */
const CALLS: Readonly<Record<SpecVersion, Record<string, number>>> = {
  1: { 'Swork.report_works': 2, 'Market.place_storage_order': 2, 'Staking.set_payee': 9, 'Market.calculate_reward': 5 },
  4: { 'Swork.report_works': 3, 'Market.place_storage_order': 0, 'Staking.reward_stakers': 10 },
  17: { 'Swork.report_works': 3, 'Market.calculate_reward': 2, 'Market.do_file_migration': 4 },
  22: { 'Swork.report_works': 5, 'Swork.set_spower_superior': 6, 'Market.calculate_reward': 3 },
  23: { 'Swork.update_spower': 7, 'Market.update_replicas': 3, 'Market.calculate_reward': 4 },
  24: { 'Market.calculate_spowers': 4, 'Market.calculate_reward': 6, 'Market.set_min_key_count_fee': 14 },
  25: { 'Swork.update_spower': 7, 'Market.calculate_reward': 6, 'Market.set_max_base_fee': 15 },
};

describe.each(SPEC_VERSIONS)('spec %i', (spec) => {
  const pallets = palletsOfSpec(spec);

  it('has its modules and calls where the runtime has them', () => {
    expect(pallets.slice(0, 15)).toHaveLength(15);
    expect(
      pallets
        .slice(15)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(MODULES[spec]);
    const places = Object.keys(CALLS[spec]).map((path) => {
      const [pallet, name] = path.split('.');
      return [path, pallets.find((p) => p.name === pallet)?.calls?.findIndex((c) => c.name === name)];
    });
    expect(Object.fromEntries(places)).toEqual(CALLS[spec]);
  });

  it('shows its own version, on every chain profile', () => {
    for (const profile of [MAINNET_PROFILE, DEVNET_PROFILE]) {
      const { registry, metadata } = crustRegistry(metadataOfSpec(spec, profile), spec);
      expect(metadata.toHex()).toBe(metadataOfSpec(spec, profile));
      const constant = metadata.asV12.modules[0]?.constants.find((c) => c.name.toString() === 'Version');
      expect(registry.createType('RuntimeVersionPre4', constant?.value.toU8a(true)).toJSON()).toEqual(
        versionOfSpec(spec),
      );
    }
  });

  it('names nothing twice', () => {
    for (const { name, storage, calls, events, constants, errors } of pallets)
      for (const list of [storage, calls ?? [], events ?? [], constants, errors.map((e) => ({ name: e }))])
        expect({ [name]: new Set(list.map((item) => item.name)).size }).toEqual({ [name]: list.length });
  });
});

describe('describing a spec by what differs', () => {
  const [system] = palletsOfSpec(25);
  if (system === undefined) throw new Error('the table is empty');

  it('takes out, exchanges and inserts by name', () => {
    const letters = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
    expect(without(letters, 'b')).toEqual([{ name: 'a' }, { name: 'c' }]);
    expect(replaced([{ name: 'a', n: 1 }], { name: 'a', n: 2 })).toEqual([{ name: 'a', n: 2 }]);
    expect(withBehind(['a', 'c'], 'a', 'b')).toEqual(['a', 'b', 'c']);
    expect(changed([system], { System: () => ({ prefix: 'Other' }) })[0]).toEqual({ ...system, prefix: 'Other' });
  });

  it('refuses a name the neighbouring spec does not have', () => {
    expect(() => without(['a'], 'b')).toThrow('no b here');
    expect(() => replaced([{ name: 'a' }], { name: 'b' })).toThrow('no b here');
    expect(() => withBehind(['a'], 'b', 'c')).toThrow('no b here');
    expect(() => changed([system], { Nothing: () => ({}) })).toThrow('no Nothing here');
  });
});
