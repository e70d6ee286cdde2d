// Plain JavaScript, so that a Node that is too old is told so instead of failing on syntax.
import { nodeProblem } from './node-version.mjs';

/**
 * Runs `main` of a TypeScript module with the words of the command line, where this Node can. `expected`: errors that are
 * the user's, by name, and the exit code each ends with after its one sentence; all others are thrown on.
 */
export const runMain = async (load, expected = {}) => {
  const sentence = nodeProblem(process.versions.node);
  if (sentence) {
    console.error(sentence);
    process.exitCode = 1;
    return;
  }
  await import('tsx'); // from here on TypeScript can be imported
  const { main } = await load();
  try {
    await main(process.argv.slice(2), process.env);
  } catch (error) {
    const exitCode = expected[error?.name];
    if (exitCode === undefined) throw error;
    console.error(error.message);
    process.exitCode = exitCode;
  }
};
