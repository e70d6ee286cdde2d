export { type StateStore, stateStore } from './store';
