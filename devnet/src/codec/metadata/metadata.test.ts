import { type ChainProfile, DEVNET_PROFILE, MAINNET_PROFILE } from '@moho/protocol/base';
import { describe, expect, it } from 'vitest';
import { crustRegistry } from '../registry';
import {
  decodeMetadata,
  encodeMetadata,
  resolve,
  SIGNED_EXTENSIONS,
  SPEC25_METADATA,
  SPEC25_PALLETS,
  SPEC25_VERSION,
} from './index';

/** index name, then the storage prefix where it is another; `-` where there is none */
const MODULES = `0 System, 1 RandomnessCollectiveFlip, 2 Babe, 3 Timestamp, 4 Indices, 5 Balances, 6 TransactionPayment,
7 Authorship, 8 Staking, 9 Historical -, 10 Session, 11 Grandpa GrandpaFinality, 12 ImOnline, 13 AuthorityDiscovery -,
14 Offences, 15 Treasury, 16 Tips Treasury, 17 Council Instance1Collective, 18 TechnicalCommittee Instance2Collective,
19 TechnicalMembership Instance1Membership, 20 Democracy, 21 Elections PhragmenElection, 22 Scheduler, 23 Utility -,
24 Identity, 25 Swork, 26 Market, 27 Claims, 28 Benefits, 29 Locks Claims, 30 Multisig, 31 ChainBridge,
32 BridgeTransfer`;

/** the table with every value worked out for one chain, as a decoder sees it */
const resolved = (profile: ChainProfile) =>
  SPEC25_PALLETS.map((pallet, index) => ({
    ...pallet,
    storage: pallet.storage.map((s) => ({ ...s, fallback: resolve(s.fallback, profile) })),
    constants: pallet.constants.map((c) => ({ ...c, value: resolve(c.value, profile) })),
    index,
  }));

describe('metadata of spec 25', () => {
  it('has the 33 modules of the runtime in order, each with its storage prefix', () => {
    const expected = MODULES.split(/,\s+/).map((line) => {
      const [index, name, prefix] = line.split(' ');
      return { index: Number(index), name, prefix: prefix === '-' ? null : (prefix ?? name) };
    });
    expect(expected).toHaveLength(33);
    const read = decodeMetadata(SPEC25_METADATA()).pallets.map(({ index, name, prefix }) => ({ index, name, prefix }));
    expect(read).toEqual(expected);
  });

  it.each([MAINNET_PROFILE, DEVNET_PROFILE])('reads back as the table it was written from ($name)', (profile) => {
    const read = decodeMetadata(SPEC25_METADATA(profile));
    expect(read.pallets).toEqual(resolved(profile));
    expect(read.extrinsicVersion).toBe(4);
    expect(read.signedExtensions).toEqual(SIGNED_EXTENSIONS);
  });

  it('is read by polkadot.js, and written back byte for byte', () => {
    const { metadata, registry } = crustRegistry(SPEC25_METADATA(), SPEC25_VERSION.specVersion);
    expect(metadata.version).toBe(12);
    expect(metadata.toHex()).toBe(SPEC25_METADATA());
    expect(registry.signedExtensions).toEqual([...SIGNED_EXTENSIONS]);
    const modules = metadata.asV12.modules;
    for (const [index, pallet] of SPEC25_PALLETS.entries()) {
      const read = modules[index];
      expect(read?.name.toString()).toBe(pallet.name);
      expect(read?.calls.unwrapOr([]).map((c) => c.name.toString())).toEqual((pallet.calls ?? []).map((c) => c.name));
      expect(read?.events.unwrapOr([]).map((e) => e.name.toString())).toEqual((pallet.events ?? []).map((e) => e.name));
      expect(read?.errors.map((e) => e.name.toString())).toEqual(pallet.errors);
    }
  });

  it('gives a chain its own lengths, and leaves everything else as on mainnet', () => {
    const mainnet = resolved(MAINNET_PROFILE);
    const devnet = resolved(DEVNET_PROFILE);
    const differing = mainnet.flatMap((pallet, i) => {
      const other = devnet[i];
      const constants = pallet.constants.filter((c, j) => c.value !== other?.constants[j]?.value).map((c) => c.name);
      const storage = pallet.storage.filter((s, j) => s.fallback !== other?.storage[j]?.fallback).map((s) => s.name);
      return [...constants, ...storage].map((name) => `${pallet.name}.${name}`);
    });
    expect(differing).toEqual([
      'Babe.EpochDuration',
      'Swork.HistorySlotDepth',
      'Market.FileDuration',
      'Market.SpowerReadyPeriod',
    ]);
    const strange: ChainProfile = { ...DEVNET_PROFILE, blockTimeMs: 2000, sessionsPerEra: 4 };
    const constants = crustRegistry(SPEC25_METADATA(strange), 25).metadata.asV12.modules;
    const read = (pallet: string, name: string) =>
      constants
        .find((m) => m.name.toString() === pallet)
        ?.constants.find((c) => c.name.toString() === name)
        ?.value.toHex();
    expect(read('Babe', 'EpochDuration')).toBe('0x2100000000000000');
    expect(read('Babe', 'ExpectedBlockTime')).toBe('0xd007000000000000');
    expect(read('Timestamp', 'MinimumPeriod')).toBe('0xe803000000000000');
    expect(read('Staking', 'SessionsPerEra')).toBe('0x04000000');
    expect(read('Market', 'FileDuration')).toBe('0x84030000');
  });

  it('holds the version a node of spec 25 answers', () => {
    const { registry, metadata } = crustRegistry(SPEC25_METADATA(), 25);
    const constant = metadata.asV12.modules[0]?.constants.find((c) => c.name.toString() === 'Version');
    const version = registry.createType('RuntimeVersionPre4', constant?.value.toU8a(true));
    expect(version.toJSON()).toEqual({ ...SPEC25_VERSION, apis: SPEC25_VERSION.apis });
    expect(version.toHex()).toBe(constant?.value.toHex());
  });

  it('carries the constants the sources of spec 25 state', () => {
    const { registry, metadata } = crustRegistry(SPEC25_METADATA(), 25);
    const constant = (pallet: string, name: string) => {
      const found = metadata.asV12.modules
        .find((m) => m.name.toString() === pallet)
        ?.constants.find((c) => c.name.toString() === name);
      if (!found) throw new Error(`no constant ${pallet}.${name}`);
      return registry.createType(found.type.toString(), found.value.toU8a(true)).toString();
    };
    const stated = {
      'Balances.ExistentialDeposit': '100000000',
      'Staking.BondingDuration': '112',
      'Staking.SlashDeferDuration': '108',
      'Staking.MaxGuarantorRewardedPerValidator': '64',
      'Staking.MarketStakingPotDuration': '60',
      'Staking.SPowerRatio': '1',
      'Staking.UncheckedFrozenBondFund': '1000000000000',
      'Swork.PunishmentSlots': '8',
      'Swork.MaxGroupSize': '1000',
      'Market.FileDuration': '2592000',
      'Market.MaximumFileSize': '8589934592',
      'Market.StakingRatio': '720000000',
      'Market.StorageRatio': '180000000',
      'Treasury.SpendPeriod': '100800',
      'Treasury.Burn': '2000',
      'TransactionPayment.TransactionByteFee': '100000',
      'Multisig.DepositBase': '10088000000000',
      'Multisig.DepositFactor': '32000000000',
      'System.BlockHashCount': '2400',
      'System.SS58Prefix': '66',
    };
    const read = Object.keys(stated).map((path) => {
      const [pallet = '', name = ''] = path.split('.');
      return [path, constant(pallet, name)];
    });
    expect(Object.fromEntries(read)).toEqual(stated);
  });

  it('refuses bytes that are no V12 metadata', () => {
    const whole = encodeMetadata(SPEC25_PALLETS.slice(0, 3), MAINNET_PROFILE);
    expect(() => decodeMetadata(`${whole}00`)).toThrow('1 bytes left over');
    expect(() => decodeMetadata(whole.slice(0, -2) as `0x${string}`)).toThrow('metadata ends');
    expect(() => decodeMetadata(`0x6d6574610d${whole.slice(12)}`)).toThrow('metadata V13');
    expect(() => decodeMetadata('0x00112233')).toThrow('not metadata');
  });
});
