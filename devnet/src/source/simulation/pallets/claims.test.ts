import { keccakAsU8a, secp256k1Expand, secp256k1PairFromSeed, secp256k1Sign } from '@polkadot/util-crypto';
import { expect, test } from 'vitest';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import type { Hex } from '../../source';
import { NONE, ROOT } from '../framework/dispatch';
import { CLAIM_POT, claimMessage } from './claims';

const TX: Hex = `0x${'ab'.repeat(32)}`;
const owner = secp256k1PairFromSeed(Buffer.alloc(32, 7));
const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;
const ADDRESS = hex(keccakAsU8a(secp256k1Expand(owner.publicKey)).subarray(12));
/** as a wallet signs, its recovery id counted from `base` */
function signatureFor(dest: Hex, base = 0): Hex {
  const bytes = secp256k1Sign(claimMessage(dest, TX), owner, 'keccak');
  bytes[64] = (bytes[64] ?? 0) + base;
  return hex(bytes);
}

function start() {
  const b = bench({ anna: CRU, miner: CRU, boss: CRU, [CLAIM_POT]: 100n * CRU });
  const { calls } = b.pallets.claims;
  const as = (call: Parameters<typeof b.chain.runtime.dispatch>[0], origin = ROOT) => {
    const outcome = b.chain.runtime.dispatch(call, origin);
    return outcome.ok ? 'ok' : outcome.name;
  };
  return { b, as, ...calls };
}

test('a claim is minted by the miner within the superior’s limit and paid once, to whom the Ethereum account says', () => {
  const { b, as, changeSuperior, changeMiner, setClaimLimit, mintClaim, claim } = start();
  const mint = mintClaim({ tx: TX, who: ADDRESS, value: 60n * CRU });
  expect(b.run('miner', mint).result).toBe('MinerNotExist');
  as(changeMiner({ who: id('miner') }));
  expect(b.run('boss', setClaimLimit({ limit: 70n * CRU })).result).toBe('IllegalSuperior');
  as(changeSuperior({ who: id('boss') }));
  expect(b.run('miner', mint).result).toBe('ExceedClaimLimit');
  b.run('boss', setClaimLimit({ limit: 70n * CRU }));
  expect(b.run('anna', mint).result).toBe('IllegalMiner');
  expect(b.run('miner', mint)).toEqual({ result: 'ok', events: ['Claims.MintSuccess'] });
  expect(b.run('anna', mint).result).toBe('AlreadyBeMint');
  expect(b.pallets.claims.limit.get()).toBe(10n * CRU);

  const pay = (dest: string, sig: Hex, tx = TX) => as(claim({ dest: id(dest), tx, sig }), NONE);
  const good = signatureFor(id('bert'));
  expect(pay('bert', good, `0x${'00'.repeat(32)}`)).toBe('Claims.SignerHasNoClaim');
  expect(pay('bert', `0x${'ff'.repeat(65)}`)).toBe('Claims.InvalidEthereumSignature');
  expect(pay('anna', good)).toBe('Claims.SignatureNotMatch');
  expect(as(claim({ dest: id('bert'), tx: TX, sig: good }), ROOT)).toBe('BadOrigin');
  expect(pay('bert', signatureFor(id('bert'), 27))).toBe('ok');
  expect(pay('bert', good)).toBe('Claims.AlreadyBeClaimed');
  expect(b.pallets.balances.free(id('bert'))).toBe(60n * CRU);
  expect(b.issuanceIsTheSumOfBalances()).toBe(true);
});

test('claims of CRU18 are paid once and stay locked', () => {
  const { b, as, claimCru18 } = start();
  const pay = claimCru18({ dest: id('anna'), amount: 5n * CRU });
  expect(as(pay)).toBe('ok');
  expect(as(pay)).toBe('Claims.AlreadyBeClaimed');
  expect(b.pallets.locks.locks.get(id('anna'))?.total).toBe(5n * CRU);
  expect(b.pallets.balances.account(id('anna'))).toMatchObject({ free: 6n * CRU, miscFrozen: 5n * CRU, feeFrozen: 0n });
});
