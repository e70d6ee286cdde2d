import type { Fault } from './fault';

export const truncate: Fault = {
  about: 'an answer ends in the middle',
  strike: (out, draw) => out.send(out.text.slice(0, Math.floor(draw * out.text.length))),
};
