export { handleBlock } from './handle-block';
