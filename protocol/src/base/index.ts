export * from './group';
export * from './hash';
export * from './hex';
export * from './perbill';
export * from './profile';
export * from './ss58';
export * from './text';
export * from './xxhash';
