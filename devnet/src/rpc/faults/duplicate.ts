import type { Fault } from './fault';

export const duplicate: Fault = {
  about: 'an answer is sent twice',
  strike(out) {
    out.send(out.text);
    out.send(out.text);
  },
};
