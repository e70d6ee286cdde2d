export * from './base/index';
export * from './cid';
export * from './slots';
