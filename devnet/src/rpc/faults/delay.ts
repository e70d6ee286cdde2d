import type { Fault } from './fault';

/** Everything behind the answer on its connection waits too, so that the order stays. */
export const delay = (maxMs: number): Fault => ({
  about: `the connection stands still, up to ${maxMs} ms`,
  strike(out, draw) {
    out.wait(Math.ceil(draw * maxMs));
    out.send(out.text);
  },
});
