import { Keyring } from '@polkadot/keyring';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { Vec } from '@polkadot/types';
import type { EventRecord } from '@polkadot/types/interfaces';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rpcOver } from '../test-support/http';
import { type Call, CRU, KEY_KINDS, type Wallet, wallet } from '../test-support/wallet';

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

  it('ends in success or failure for every call the chain runs, with every kind of key and default arguments', async () => {
    const refused = { unknown: new Set<string>(), mandatory: new Set<string>(), tooHeavy: new Set<string>() };
    const sent = new Set<string>();
    const from = w.chain.head() + 1;
    for (const kind of KEY_KINDS) {
      const who = new Keyring({ type: kind }).addFromUri(`//Every ${kind}`);
      await w.send(w.transfer(who, 1_000n * CRU), w.alice);
      let nonce = 0;
      for (const [pallet, methods] of Object.entries(w.api.tx)) {
        for (const [name, { meta }] of Object.entries(methods)) {
          const call = w.tx(pallet, name, ...meta.args.map(({ type }) => someValue(type.toString())));
          await call.signAsync(who, { nonce, era: 0 });
          const { error } = await rpcOver(w.port).call('author_submitExtrinsic', call.toHex());
          const why = `${error?.message} ${error?.data}`;
          if (error === undefined) {
            sent.add(call.toHex());
            nonce += 1;
          } else if (why.includes('no call')) refused.unknown.add(`${pallet}.${name}`);
          else if (why.includes('mandatory')) refused.mandatory.add(`${pallet}.${name}`);
          else if (why.includes('exhaust')) refused.tooHeavy.add(`${pallet}.${name}`);
          else throw new Error(`${pallet}.${name}: ${why}`);
        }
      }
    }
    for (let i = 0; i < 20 && w.chain.pending().length > 0; i += 1) w.chain.produce(1);
    const ended = new Set<string>();
    for (let block = from; block <= w.chain.head(); block += 1) {
      const at = await w.api.at(w.chain.blockHash(block));
      const events = (await at.query.system?.events?.()) as unknown as Vec<EventRecord>;
      const results = events.filter(({ event }) => /^Extrinsic(Success|Failed)$/.test(event.method));
      w.chain.extrinsics(block).forEach((encoded, i) => {
        expect(results.filter(({ phase }) => phase.asApplyExtrinsic.toNumber() === i)).toHaveLength(1);
        ended.add(encoded);
      });
    }
    expect([...sent].filter((encoded) => !ended.has(encoded))).toEqual([]);
    console.log(`${sent.size} extrinsics went through, ${refused.unknown.size} calls are not run here`);
    expect([...refused.mandatory]).toEqual(['timestamp.set']);
    expect([...refused.tooHeavy]).toEqual(['system.setCode']);
    const whole = ['balances', 'staking', 'session', 'treasury', 'scheduler', 'utility', 'swork', 'market', 'benefits'];
    for (const pallet of [...whole, 'locks', 'multisig', 'imOnline'])
      expect([...refused.unknown].filter((name) => name.startsWith(`${pallet}.`))).toEqual([]);
  });
});
