import { expect, test } from 'vitest';
import { type Client, createExports } from './exports';

const MINUTE = 60_000;
const limits = (stallMs = MINUTE, longestMs = MINUTE) => ({ most: 1, stallMs, longestMs });

const client = (): Client & { leave: () => void; hungUp: Promise<void> } => {
  const controller = new AbortController();
  let hangUp: () => void = () => undefined;
  const hungUp = new Promise<void>((resolve) => {
    hangUp = resolve;
  });
  return { gone: controller.signal, hangUp, leave: () => controller.abort(), hungUp };
};

/** Counts up for ever and says when it was let go. */
const counting = () => {
  let taken = 0;
  let free: () => void = () => undefined;
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  const source = (async function* () {
    try {
      for (;;) {
        taken += 1;
        yield taken;
      }
    } finally {
      free();
    }
  })();
  return { source, freed, taken: () => taken };
};

test('nothing is read that nobody takes', async () => {
  const exports = createExports(limits());
  const { source, taken } = counting();
  const stream = exports.open(client(), source);
  expect(taken()).toBe(0);
  await stream.next();
  await stream.next();
  expect(taken()).toBe(2);
  await exports.close();
});

test('a client that leaves frees what the stream held', async () => {
  const exports = createExports(limits());
  const { source, freed } = counting();
  const asker = client();
  const stream = exports.open(asker, source);
  await stream.next();
  asker.leave();
  await freed;
  expect(await stream.next()).toEqual({ done: true, value: undefined });
  expect(exports.running()).toBe(0);
});

test('a client that stalls is cut off', async () => {
  const exports = createExports(limits(5));
  const { source, freed } = counting();
  const asker = client();
  await exports.open(asker, source).next();
  await Promise.all([asker.hungUp, freed]);
  expect(exports.running()).toBe(0);
});

test('no stream lives longer than it may', async () => {
  const exports = createExports(limits(MINUTE, 5));
  const { source, freed } = counting();
  const asker = client();
  await exports.open(asker, source).next();
  await Promise.all([asker.hungUp, freed]);
});

test('more than may run at once are refused in one sentence, and a place becomes free again', async () => {
  const exports = createExports(limits());
  const stream = exports.open(client(), counting().source);
  expect(() => exports.open(client(), counting().source)).toThrow(/^Right now as many exports run/);
  await stream.return(undefined);
  await exports.open(client(), counting().source).next();
  expect(exports.running()).toBe(1);
  await exports.close();
  expect(exports.running()).toBe(0);
});

test('a source that fails frees its place and says why', async () => {
  const exports = createExports(limits());
  const failing = (async function* (): AsyncGenerator<number> {
    yield 1;
    throw new Error('broken');
  })();
  const stream = exports.open(client(), failing);
  await stream.next();
  await expect(stream.next()).rejects.toThrow('broken');
  expect(exports.running()).toBe(0);
});
