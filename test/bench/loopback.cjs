'use strict';
// loaded before a plain subql-node: its interface would listen on every address of the machine
const net = require('node:net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, second] = args;
  if (typeof first !== 'number' || typeof second === 'string') return listen.apply(this, args);
  return listen.call(this, first, '127.0.0.1', ...args.slice(1));
};
