import { makeCopy } from './fresh-copy';
import { measured } from './measured';

/** Makes the copy that the browser tests start, in the folder given, while other tests run. */
const [parent] = process.argv.slice(2);
if (parent === undefined) throw new Error('Give the folder the copy is to be made in.');
measured(`npm ci in a fresh copy, beside other tests ${(await makeCopy(parent)).toFixed(0)} s`);
