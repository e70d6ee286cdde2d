import { Keyring } from '@polkadot/keyring';
import type { KeyringPair } from '@polkadot/keyring/types';
import { u8aToHex } from '@polkadot/util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, CRU, KEY_KINDS, type Wallet, wallet } from '../test-support/wallet';
import { watch } from '../test-support/watch';

let w: Wallet;
beforeAll(async () => {
  w = await wallet();
});
afterAll(() => w.close());

describe.each(KEY_KINDS)('an account with an %s key', (kind) => {
  it('signs, mortal or not, with a tip or without, and pays what was announced', async () => {
    const who = await w.funded(kind, `${kind} signs`);
    for (const options of [{ tip: 0n }, { tip: 0n, era: 0 }, { tip: 0n, era: 8 }, { tip: 5_000n }]) {
      const call = w.transfer(w.alice, CRU);
      await call.signAsync(who, { ...options });
      const { partialFee } = await w.api.rpc.payment.queryInfo(call.toHex());
      const before = await w.free(who);
      expect((await w.send(call, who, options)).events).toContain('system.ExtrinsicSuccess');
      expect(before - (await w.free(who)) - CRU).toBe(partialFee.toBigInt() + options.tip);
    }
  });

  it('is refused with a signature of somebody else', async () => {
    const who = await w.funded(kind, `${kind} honest`);
    const other = new Keyring({ type: kind }).addFromUri('//Somebody else');
    const forged = { address: who.address, addressRaw: who.addressRaw, sign: other.sign.bind(other) };
    expect(await w.refusal(w.transfer(w.alice, CRU), forged as unknown as KeyringPair)).toBe(
      '1010: Invalid Transaction: Transaction has a bad signature',
    );
  });
});

/** the default of any type; of a call, one that the chain surely runs */
const someValue = (type: string) =>
  /^(Call|OpaqueCall|<.*as .*Call.*)$/.test(type)
    ? w.tx('system', 'remark', '0x').method
    : w.api.registry.createType(type as 'Bytes');

describe('signAndSend', () => {
  it('works for what people do, whatever their key', async () => {
    const cid = 'QmPZ9gcCEpqKTo6aq61g2nXGUhM4iCL3ewB6LDXZCtioEB';
    const [ann, bea, cyd] = KEY_KINDS.map((kind) => new Keyring({ type: kind }).addFromUri(`//Doer ${kind}`)) as [
      KeyringPair,
      KeyringPair,
      KeyringPair,
    ];
    for (const each of [ann, bea, cyd]) await w.send(w.transfer(each, 200n * CRU), w.alice);
    const others = [bea, cyd].map((each) => each.addressRaw).sort(Buffer.compare);
    const doings: [KeyringPair, Call, string][] = [
      [ann, w.tx('system', 'remark', '0x68'), 'system.ExtrinsicSuccess'],
      [ann, w.tx('balances', 'transferKeepAlive', bea.addressRaw, CRU), 'balances.Transfer'],
      [bea, w.tx('staking', 'bond', ann.addressRaw, 5n * CRU), 'staking.Bonded'],
      [cyd, w.tx('benefits', 'addBenefitFunds', CRU, 'SWORK'), 'benefits.AddBenefitFundsSuccess'],
      [cyd, w.tx('swork', 'createGroup'), 'swork.CreateGroupSuccess'],
      [bea, w.tx('identity', 'setIdentity', { display: { Raw: 'Bea' } }), 'identity.IdentitySet'],
      [ann, w.tx('market', 'placeStorageOrder', cid, 1_000_000n, 0n, ''), 'market.FileSuccess'],
      [bea, w.tx('market', 'addPrepaid', cid, CRU), 'market.AddPrepaidSuccess'],
      [
        cyd,
        w.tx('utility', 'batchAll', [
          w.transfer(ann, CRU),
          w.tx('market', 'placeStorageOrder', cid, 1_000_000n, 0n, ''),
        ]),
        'market.FileSuccess',
      ],
      [
        ann,
        w.tx('multisig', 'asMulti', 2, others, null, w.transfer(bea, CRU).method.toHex(), true, 0),
        'multisig.NewMultisig',
      ],
    ];
    for (const [who, call, event] of doings) expect((await w.send(call, who)).events).toContain(event);
  });

  it('ends in success or failure for every call the chain runs, with default arguments', async () => {
    const senders = KEY_KINDS.map((kind) => new Keyring({ type: kind }).addFromUri(`//Every ${kind}`));
    for (const each of senders) await w.send(w.transfer(each, 1_000n * CRU), w.alice);
    const unknown: string[] = [];
    const mandatory: string[] = [];
    const tooHeavy: string[] = [];
    const sent: Awaited<ReturnType<typeof watch>>[] = [];
    for (const [pallet, methods] of Object.entries(w.api.tx)) {
      for (const [name, { meta }] of Object.entries(methods)) {
        const args = meta.args.map(({ type }) => someValue(type.toString()));
        const who = senders[sent.length % senders.length] as KeyringPair;
        const call = w.tx(pallet, name, ...args);
        try {
          sent.push(await watch(call, who, { nonce: w.chain.nextNonce(u8aToHex(who.addressRaw)), era: 0 }));
        } catch (error) {
          const { message } = error as Error;
          if (message.includes('no call')) unknown.push(`${pallet}.${name}`);
          else if (message.includes('mandatory')) mandatory.push(`${pallet}.${name}`);
          else if (message.includes('exhaust')) tooHeavy.push(`${pallet}.${name}`);
          else throw new Error(`${pallet}.${name}: ${message}`);
        }
      }
    }
    // more than one block holds
    w.chain.produce(5);
    for (const each of sent) {
      const { events } = await each.until('isFinalized');
      const ends = events.filter(({ event }) => /^Extrinsic(Success|Failed)$/.test(event.method));
      expect(ends).toHaveLength(1);
    }
    console.log(`${sent.length} calls went through, ${unknown.length} are not run here`);
    expect(mandatory).toEqual(['timestamp.set']);
    expect(tooHeavy).toEqual(['system.setCode']);
    for (const pallet of ['market', 'swork', 'benefits', 'utility', 'multisig']) {
      expect(unknown.filter((name) => name.startsWith(`${pallet}.`))).toEqual([]);
    }
  });
});
