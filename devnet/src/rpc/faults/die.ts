import type { Fault } from './fault';

export const die = (end: () => void): Fault => ({
  about: 'the process ends',
  strike: end,
});
