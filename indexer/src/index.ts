// used by node/one-text.cjs, outside the sandbox
export { blockText } from './door/block';
export { answer } from './door/store';
export { handleBlock } from './handle-block';
