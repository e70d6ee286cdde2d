import type { Fault } from './fault';

export const drop: Fault = {
  about: 'the connection ends instead of an answer',
  strike: (out) => out.cut(),
};
