import { buildIndex } from './index-build';

console.log((await buildIndex()) ? 'built' : 'nothing has changed since the last build');
