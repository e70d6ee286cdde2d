import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';

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

/** Arguments that were once taken in silence, and what is said of them now. */
const refused: [question: string, sentence: RegExp][] = [
  ['{ era(n: -4) { id } }', /"n" is a number from 0 on, not -4/],
  ['{ rewards(filter: {era: -1}) { nodes { id } } }', /"era" is a number from 0 on/],
  ['{ validatorEras(era: -1) { nodes { id } } }', /"era" is a number from 0 on/],
  ['{ guarantorEras(era: -1) { nodes { id } } }', /"era" is a number from 0 on/],
  ['{ orders(filter: {fromBlock: 9, toBlock: 3}) { nodes { id } } }', /"fromBlock" is 9, beyond "toBlock", which is 3/],
  ['{ prices(fromBlock: -9) { nodes { id } } }', /"fromBlock" is a number from 0 on/],
  ['{ fileEvents(filter: {toBlock: -3}) { nodes { id } } }', /"toBlock" is a number from 0 on/],
  ['{ slotReports(filter: {fromSlot: 60, toSlot: 30}) { nodes { id } } }', /"fromSlot" is 60, beyond/],
  ['{ slotReports(filter: {slot: -30}) { nodes { id } } }', /"slot" is a number from 0 on/],
  ['{ files(filter: {minSizeBytes: "9", maxSizeBytes: "3"}) { nodes { id } } }', /"minSizeBytes" is 9, beyond/],
  ['{ files(filter: {minReplicas: -1}) { nodes { id } } }', /"minReplicas" is a number from 0 on/],
  ['{ validators(filter: {minGuaranteeFeePerbill: 1000000001}) { nodes { id } } }', /from 0 to 1000000000/],
  ['{ events(pallet: "no pallet!") { nodes { id } } }', /"pallet" is a name like "market"/],
  ['{ events(block: -1) { nodes { id } } }', /"block" is a number from 0 on/],
  ['{ extrinsics(filter: {call: "%"}) { nodes { id } } }', /"call" is a name like/],
  ['{ block(hash: "0x12") { id } }', /"hash" is 0x and 64 hex digits/],
  ['{ extrinsic(hash: "hello") { id } }', /"hash" is 0x and 64 hex digits/],
  ['{ files(filter: {status: LOST}) { nodes { id } } }', /Value "LOST" does not exist in "FileStatus" enum\./],
  ['{ files(first: 2, last: 2) { nodes { id } } }', /not for both/],
];

test.each(refused)('%s', async (question, sentence) => {
  const { errors } = await ask(question);
  expect(errors[0]?.message).toMatch(sentence);
  expect(errors[0]?.extensions?.code).toMatch(/^(BAD_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
});

test('a variable of the wrong kind is named, with its reason and without its length', async () => {
  const { errors } = await ask('query ($cid: String!) { file(cid: $cid) { id } }', { cid: ['x'.repeat(9000)] });
  expect(errors[0]?.extensions?.code).toBe('BAD_INPUT');
  expect(errors[0]?.message).toMatch(/^"cid" is not valid: String cannot represent a non string value/);
  expect(errors[0]?.message.length).toBeLessThan(300);
});
