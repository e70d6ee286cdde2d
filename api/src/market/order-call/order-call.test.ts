import { maximumFileSize, orderCall, orderLegs, orderRules, sumOfLegs } from '@moho/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../../test/api';
import { cid, HEAD } from '../../../test/fixtures';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const CALL = `query ($cid: String!, $size: BigInt!, $tips: BigInt, $memo: String) {
  orderCall(cid: $cid, sizeBytes: $size, tips: $tips, memo: $memo) {
    callData callHash call palletIndex callIndex specVersion asOf arguments { name type value } } }`;

test('the call data is that of the head’s runtime', async () => {
  const given = { cid: cid(77), size: '1234567', tips: '89', memo: 'a folder' };
  const { data, errors } = await ask(CALL, given);
  expect(errors).toEqual([]);
  expect(data.orderCall).toMatchObject({
    callData: orderCall(25, { cid: given.cid, sizeBytes: 1234567n, tips: 89n, memo: 'a folder' }).callData,
    call: 'place_storage_order',
    palletIndex: 26,
    callIndex: 0,
    specVersion: 25,
    asOf: HEAD,
  });
  expect(data.orderCall.callHash).toMatch(/^0x[0-9a-f]{64}$/);
  expect(data.orderCall.arguments.map(({ value }: { value: string }) => value)).toEqual([
    given.cid,
    given.size,
    given.tips,
    given.memo,
  ]);
});

test('what no order can be is refused in one sentence', async () => {
  const most = maximumFileSize(25);
  const refused = async (change: Record<string, unknown>) =>
    (await ask(CALL, { cid: cid(77), size: '1', ...change })).errors[0];
  expect(await refused({ size: String(most) })).toMatchObject({
    message: `The size of an order is from 0 to ${most - 1n} bytes, not ${most}.`,
    extensions: { code: 'BAD_INPUT' },
  });
  expect((await refused({ cid: '<svg onload=alert(1)>' }))?.message).toMatch(/is not a CID/);
  expect((await refused({ tips: '-1' }))?.extensions?.code).toBe('BAD_INPUT');
  expect((await refused({ memo: 'x'.repeat(300) }))?.message).toMatch(/too long/);
});

test('the price is the sum of its fees and tips, and of its three parts', async () => {
  const fees = await ask('{ price { baseFee byteFee keysFee } }');
  const { baseFee, byteFee, keysFee } = fees.data.price;
  const prices = { base: BigInt(baseFee), byte: BigInt(byteFee), keys: BigInt(keysFee) };
  const size = fc.bigInt({ min: 0n, max: maximumFileSize(25) - 1n });
  const tips = fc.bigInt({ min: 0n, max: 10n ** 20n });
  await fc.assert(
    fc.asyncProperty(size, tips, async (sizeBytes, extra) => {
      const { data } = await ask(
        `{ price { quote(sizeBytes: "${sizeBytes}", tips: "${extra}") {
          baseFee sizeFee keysFee tips total reservedPart stakingPart storagePart } } }`,
      );
      const quote = Object.fromEntries(
        Object.entries(data.price.quote as Record<string, string>).map(([name, value]) => [name, BigInt(value)]),
      ) as Record<string, bigint>;
      const legs = orderLegs({ sizeBytes, fees: prices, tips: extra, fundsPerbill: 0n, rules: orderRules(25) });
      const { baseFee: base = 0n, sizeFee = 0n, keysFee: keys = 0n, tips: told, total } = quote;
      expect(told).toBe(extra);
      expect(total).toBe(base + sizeFee + keys + extra);
      expect(total).toBe(sumOfLegs(legs));
      expect([quote.reservedPart, quote.stakingPart, quote.storagePart]).toEqual([
        legs.reserved,
        legs.staking,
        legs.storage,
      ]);
    }),
    { numRuns: 15 },
  );
});
