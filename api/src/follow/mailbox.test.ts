import { expect, test } from 'vitest';
import { Mailbox } from './mailbox';

test('a reader gets what is posted, and of what it missed only the newest', async () => {
  const box = new Mailbox<number>(() => undefined);
  const first = box.next();
  box.post(1);
  expect(await first).toEqual({ done: false, value: 1 });
  for (const n of [2, 3, 4]) box.post(n);
  expect(await box.next()).toEqual({ done: false, value: 4 });
});

test('leaving ends a wait at once and is told once', async () => {
  let closings = 0;
  const box = new Mailbox<number>(() => {
    closings++;
  });
  const waiting = box.next();
  await box.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  box.close();
  box.post(5);
  expect(await box.next()).toEqual({ done: true, value: undefined });
  expect(closings).toBe(1);
});

test('the last letter before the end can still be read', async () => {
  const box = new Mailbox<number>(() => undefined);
  box.post(7);
  box.close();
  const read: number[] = [];
  for await (const letter of box) read.push(letter);
  expect(read).toEqual([7]);
});
