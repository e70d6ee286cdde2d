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

test('a batch that stopped says at which call and why, in words', async () => {
  const { data, errors } = await ask(`{
    stopped: extrinsic(id: "61-0") { success innerErrors { event eventIndex callIndex error errorText } }
    whole: extrinsic(id: "62-0") { innerErrors { error } }
    events(block: 61, name: "BatchInterrupted") { nodes { error errorText fields { name type unit value }
      receipt { rawValue rawNote } } } }`);
  expect(errors).toEqual([]);
  expect(data.stopped).toEqual({
    success: true,
    innerErrors: [
      {
        event: 'utility.BatchInterrupted',
        eventIndex: 2,
        callIndex: 1,
        error: 'market.FileTooLarge',
        errorText: 'The file is larger than an order may be.',
      },
    ],
  });
  expect(data.whole.innerErrors).toEqual([]);
  const [event] = data.events.nodes;
  expect(event).toMatchObject({ error: 'market.FileTooLarge', errorText: 'The file is larger than an order may be.' });
  expect(event.fields).toEqual([
    { name: 'calls completed', type: 'u32', unit: 'COUNT', value: '1' },
    { name: 'error', type: 'DispatchError', unit: 'ERROR', value: 'market.FileTooLarge' },
  ]);
  // u32 1, then DispatchError::Module (3) of module 26, error 5
  expect(event.receipt.rawValue).toBe('0x01000000031a05');
});
