export { readSettings, type Settings } from './env';
export { consoleLog, type Log } from './server/log';
export { type RunningApi, startApi } from './server/server';
