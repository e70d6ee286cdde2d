import { MEASURED } from '../../scripts/test/step';

/** Says a measured figure in a line that `npm test` shows even when all is well. */
export const measured = (line: string): void => {
  process.stdout.write(`\n${MEASURED}${line}\n`);
};
