import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, wherever the command was given. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A path as the person who typed it meant it. npm runs scripts in the project's folder and keeps the person's own
 * folder in INIT_CWD; without npm it is the working folder.
 */
export function userPath(path: string, env: NodeJS.ProcessEnv = process.env): string {
  if (isAbsolute(path)) return path;
  const typedIn = env.npm_lifecycle_event === undefined ? undefined : env.INIT_CWD;
  return resolve(typedIn ?? process.cwd(), path);
}

/** Where each thing lives inside the data folder. */
export function dataPaths(dataDir: string) {
  return {
    dataDir,
    logs: join(dataDir, 'logs'),
    runFile: join(dataDir, 'run.json'),
    postgres: join(dataDir, 'postgres'),
    chains: join(dataDir, 'chains'),
    projects: join(dataDir, 'projects'),
  };
}

export type DataPaths = ReturnType<typeof dataPaths>;
