'use strict';
const { patient } = require('./patient.cjs');

/** What is asked for more than once for each block; with a block's hash as parameter the answer never changes. */
const KEPT = new Set(['state_getRuntimeVersion', 'chain_getHeader']);
const MOST = 200;

/** Answers are kept, failures are not: who asks again after a dropped connection must get a new try. */
const keepAnswers = (provider) => {
  const send = patient(provider.send.bind(provider));
  const answers = new Map();
  provider.send = (method, params, ...rest) => {
    if (!KEPT.has(method) || params.length === 0) return send(method, params, ...rest);
    const key = `${method} ${params[0]}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = send(method, params, ...rest);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    if (answers.size > MOST) answers.delete(answers.keys().next().value);
    return answer;
  };
  return provider;
};

exports.keepNoFailures = (cachedProvider) => {
  if (typeof cachedProvider.createCachedProvider !== 'function') {
    throw new Error('this version of @subql/node has no createCachedProvider: indexer/node must be looked at again');
  }
  cachedProvider.createCachedProvider = keepAnswers;
};
