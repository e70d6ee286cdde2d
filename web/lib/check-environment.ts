import { environment } from './env';

/** A wrong variable ends the server with one sentence, instead of failing the pages one by one. */
export const checkEnvironment = (): void => {
  try {
    environment();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
};
