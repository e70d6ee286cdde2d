import { expect, test } from 'vitest';
import { type Bench, bench, CRU, id } from '../../../test-support/pallet-bench';
import type { SessionKeys } from './session';

/** Two bonded stashes with controllers of their own. */
function start() {
  const b = bench({ vera: 10n * CRU, vera_c: CRU, vito: 10n * CRU, vito_c: CRU });
  for (const name of ['vera', 'vito'])
    b.run(name, b.pallets.staking.calls.bond({ controller: id(`${name}_c`), value: 5n * CRU }));
  return b;
}
const key = (name: string) => id(`key/${name}`);
const keysOf = (name: string): SessionKeys => ({
  grandpa: key(`${name} 1`),
  babe: key(`${name} 2`),
  imOnline: key(`${name} 3`),
  authorityDiscovery: key(`${name} 4`),
});
const set = (b: Bench, from: string, keys: SessionKeys) =>
  b.run(from, b.pallets.session.calls.setKeys({ keys, proof: '0x' })).result;
const consumers = (b: Bench, name: string) => b.pallets.system.account.get(id(name)).consumers;

test('keys are set by the controller and count once, however often they change', () => {
  const b = start();
  expect(set(b, 'vera', keysOf('vera'))).toBe('NoAssociatedValidatorId');
  expect(set(b, 'vera_c', keysOf('vera'))).toBe('ok');
  expect(set(b, 'vera_c', { ...keysOf('vera'), babe: key('other') })).toBe('ok');
  expect(consumers(b, 'vera_c')).toBe(1);
  const { ownerOf } = b.pallets.session;
  expect([ownerOf('babe', key('vera 2')), ownerOf('babe', key('other'))]).toEqual([undefined, id('vera')]);
  expect(b.run('vera_c', b.pallets.session.calls.purgeKeys({})).result).toBe('ok');
  expect(consumers(b, 'vera_c')).toBe(0);
});

test('a key of somebody else fails the call, after the keys before it and the count were written', () => {
  const b = start();
  set(b, 'vera_c', keysOf('vera'));
  expect(set(b, 'vito_c', { ...keysOf('vito'), imOnline: key('vera 3') })).toBe('DuplicatedKey');
  const { ownerOf } = b.pallets.session;
  expect([ownerOf('grandpa', key('vito 1')), ownerOf('babe', key('vito 2'))]).toEqual([id('vito'), id('vito')]);
  expect(ownerOf('authorityDiscovery', key('vito 4'))).toBeUndefined();
  expect(consumers(b, 'vito_c')).toBe(1);
  expect(set(b, 'vito_c', keysOf('vito'))).toBe('ok');
  expect(consumers(b, 'vito_c')).toBe(2);
});

test('a controller without an account cannot set keys', () => {
  const b = start();
  b.run('vera', b.pallets.staking.calls.setController({ controller: id('nobody') }));
  expect(set(b, 'nobody', keysOf('vera'))).toBe('NoAccount');
  expect(b.pallets.session.ownerOf('grandpa', key('vera 1'))).toBeUndefined();
});
