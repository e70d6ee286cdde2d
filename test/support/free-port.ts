export { freePort } from '../../scripts/start/free-port';
