import type { Fault } from './fault';

export const reorder: Fault = {
  about: 'an answer leaves behind the next one',
  strike: (out) => out.sendBehind(out.text),
};
