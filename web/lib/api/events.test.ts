import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEvents } from './events';

describe('server-sent events', () => {
  it('are the same however the network cuts them', () => {
    const line = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ' '));
    const event = fc.record({
      name: fc.constantFrom('next', 'complete', 'message'),
      data: fc.array(line, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 5 }), fc.array(fc.nat(30), { maxLength: 10 }), (events, cuts) => {
        const whole = events
          .map(({ name, data }) => `: heartbeat\n\nevent: ${name}\n${data.map((one) => `data: ${one}`).join('\n')}\n\n`)
          .join('');
        const found: { name: string; data: string }[] = [];
        let rest = '';
        let at = 0;
        for (const cut of [...cuts, whole.length]) {
          const split = splitEvents(rest + whole.slice(at, at + cut));
          at = Math.min(whole.length, at + cut);
          rest = split.rest;
          found.push(...split.events);
        }
        expect(found).toEqual(events.map(({ name, data }) => ({ name, data: data.join('\n') })));
      }),
    );
  });

  it('may end their lines in any way', () => {
    expect(splitEvents('event: a\r\ndata:1\r\ndata: 2\r\n\r\ndata: x').events).toEqual([{ name: 'a', data: '1\n2' }]);
  });
});
