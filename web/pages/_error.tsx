export { default } from './unreadable';
