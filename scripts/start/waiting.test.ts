import { expect, test } from 'vitest';
import { Stopped } from './user-error';
import { allOrStop, orStopped } from './waiting';

test('all succeed together', async () => {
  const all = await allOrStop([Promise.resolve(1), Promise.resolve('two')], () => expect.fail('nothing failed'));
  expect(all).toEqual([1, 'two']);
});

test('the first failure stops the others, is the one told, and is told when all have ended', async () => {
  const stop = new AbortController();
  let ended = false;
  const other = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () =>
      setTimeout(() => {
        ended = true;
        reject(new Stopped());
      }, 20),
    );
  });
  const all = allOrStop([other, Promise.reject(new Error('no room'))], () => stop.abort());
  await expect(all).rejects.toThrow('no room');
  expect(ended).toBe(true);
});

test('a stop ends the wait for an answer that may never come', async () => {
  const stop = new AbortController();
  const waiting = orStopped(new Promise(() => undefined), stop.signal);
  stop.abort();
  await expect(waiting).rejects.toThrow(Stopped);
  await expect(orStopped(new Promise(() => undefined), stop.signal)).rejects.toThrow(Stopped);
});
