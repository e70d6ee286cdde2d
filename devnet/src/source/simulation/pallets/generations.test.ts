import { MAINNET_PROFILE } from '@moho/protocol/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bench } from '../../../test-support/pallet-bench';
import { rulesIn } from './generations';
import { marketRules } from './market/rules';
import { sworkRules } from './swork/rules';

const SPECS = Array.from({ length: 25 }, (_, i) => i + 1);
const { storage } = bench({}).pallets.market;

/** What a rule does, as text that is equal only where the rule does the same. */
type Probes = Readonly<Record<string, (spec: number) => unknown>>;
const shown = (value: unknown) => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v));
/** By spec, the rules that it changed. */
const changes = (probes: Probes) =>
  SPECS.slice(1)
    .map((spec) => [
      spec,
      Object.keys(probes).filter((name) => shown(probes[name]?.(spec)) !== shown(probes[name]?.(spec - 1))),
    ])
    .filter(([, names]) => (names as string[]).length > 0);

const steps = (spec: number) => marketRules(spec).feeSteps(storage, MAINNET_PROFILE);
const counts = [0, 300, 301, 4999, 5000];

const SWORK: Probes = {
  'the first judgement': (spec) => [sworkRules(spec).excusesNew, sworkRules(spec).firstDeadline(600n)],
  'spower instead of used bytes': (spec) => [sworkRules(spec).totalItem, sworkRules(spec).countsAddedFiles],
  'the size of groups': (spec) => sworkRules(spec).maxGroupSize,
  'who has room beside others in a block': (spec) => sworkRules(spec).reportClass,
  'files in a report': (spec) => counts.map((n) => [n, ...counts.map((m) => sworkRules(spec).legalFileCounts(n, m))]),
  'who may join a group': (spec) => sworkRules(spec).joinNeedsNo,
  'what who leaves a group takes along': (spec) => sworkRules(spec).quitForgetsFiles,
  'which bound spower meets first': (spec) => sworkRules(spec).takesOffFirst,
  'the weight of reports': (spec) => sworkRules(spec).reportWeight(3, 5),
  'later expiries of codes': (spec) => sworkRules(spec).codesMayBeExtended,
  'the hour of the sweep': (spec) => sworkRules(spec).sweepOffset(MAINNET_PROFILE),
  'who applies files': (spec) => sworkRules(spec).appliesFiles,
  'the weight of the service': (spec) => sworkRules(spec).updateSpowerWeight(3, 5),
};
const MARKET: Probes = {
  'the size of files': (spec) => marketRules(spec).maximumFileSize,
  'steps of the base fee': (spec) => Array.from({ length: 130 }, (_, n) => steps(spec).base?.(n)),
  'the base fee without orders': (spec) => steps(spec).base?.(undefined),
  'steps of the other fees': (spec) => [steps(spec).everyBlocks, steps(spec).byte, steps(spec).keys],
  'how full is too full': (spec) => `${steps(spec).referencePercent}`,
  discounts: (spec) => [marketRules(spec).discountPerbill, marketRules(spec).discountsBase].join(),
  collateral: (spec) => marketRules(spec).collateralTimes,
  'illegal orders': (spec) => marketRules(spec).forgetsIllegalOrders,
  'what moves spower': (spec) => [marketRules(spec).sweepsPending, marketRules(spec).ordersSettle],
  'where files lie': (spec) => [marketRules(spec).listsFiles, marketRules(spec).ordersByOwner],
  'rewards for renewing': (spec) => marketRules(spec).renewRewardPerbill,
  'spower by replicas': (spec) => Array.from({ length: 210 }, (_, n) => marketRules(spec).spower(1000n, n)),
  'weights of calls': (spec) => [marketRules(spec).orderWeight, marketRules(spec).settleWeight],
  'the weight of the service': (spec) => marketRules(spec).updateReplicasWeight,
  'upper bounds of fees': (spec) => marketRules(spec).boundsFees,
  'an event for closing': (spec) => marketRules(spec).announcesClose,
};

describe('every spec of the sources changes its own rules and no others', () => {
  test('of Swork', () => {
    expect(changes(SWORK)).toEqual([
      [2, ['the first judgement']],
      [3, ['spower instead of used bytes', 'who may join a group']],
      [5, ['the size of groups']],
      [9, ['who has room beside others in a block']],
      [10, ['files in a report']],
      [11, ['who may join a group']],
      [13, ['who may join a group', 'what who leaves a group takes along']],
      [17, ['which bound spower meets first']],
      [18, ['the weight of reports']],
      [19, ['later expiries of codes']],
      [23, ['the hour of the sweep', 'who applies files', 'the weight of the service']],
      [24, ['the weight of the service']],
    ]);
  });

  test('of Market', () => {
    expect(changes(MARKET)).toEqual([
      [3, ['the size of files', 'steps of the base fee', 'the base fee without orders']],
      [4, ['steps of the base fee', 'discounts', 'collateral']],
      [5, ['how full is too full']],
      [8, ['illegal orders']],
      [12, ['what moves spower']],
      [13, ['steps of the base fee', 'the base fee without orders']],
      [17, ['the size of files', 'discounts', 'where files lie', 'rewards for renewing']],
      [18, ['steps of the other fees', 'where files lie', 'weights of calls']],
      [23, ['spower by replicas', 'the weight of the service', 'an event for closing']],
      [24, ['the weight of the service']],
      [25, ['steps of the base fee', 'the base fee without orders', 'steps of the other fees', 'upper bounds of fees']],
    ]);
  });
});

test('the newest rules that are not newer than a spec hold in it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1 }), fc.nat(60), (specs, version) => {
      const generations = specs.sort((a, b) => a - b).map((since) => [since, `since ${since}`] as const);
      const right = Math.max(...specs.filter((since) => since <= version));
      if (right < 0) expect(() => rulesIn(generations, version)).toThrow(`no Crust runtime of spec ${version}`);
      else expect(rulesIn(generations, version)).toBe(`since ${right}`);
    }),
  );
});
