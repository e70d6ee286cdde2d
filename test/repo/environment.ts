import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/start/paths';

/** Variables of the system, of npm and of tools, which are not ours to document. */
const FOREIGN = new Set([
  ...[
    'PATH',
    'HOME',
    'TZ',
    'LC_ALL',
    'INIT_CWD',
    'NODE_ENV',
    'NODE_OPTIONS',
    'NEXT_TELEMETRY_DISABLED',
    'NEXT_RUNTIME',
    'PORT', // Next.js tells its own server where it listens
  ],
  // what subql-node itself reads, set by us and by nobody else
  ...['DB_USER', 'DB_PASS', 'DB_HOST', 'DB_PORT', 'DB_DATABASE'],
]);

const NOT_OURS =
  /(^|\/)(node_modules|\.git|\.next|\.moho|dist|coverage)(\/|$)|^indexer\/(project\.yaml|src\/types\/)|next-env\.d\.ts$/;

/** Files of the project, as git knows them or would; without git, everything that is not made by a command. */
export function repositoryFiles(): string[] {
  const files = existsSync(join(ROOT, '.git'))
    ? execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' }).split('\n')
    : readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => !NOT_OURS.test(file));
  return files.filter((file) => file !== '' && existsSync(join(ROOT, file)) && statSync(join(ROOT, file)).isFile());
}

/** Every variable the sources read, with the files that do: zod tables of environments, and plain `env.NAME`. */
export function variablesRead(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const sources = repositoryFiles().filter((file) =>
    /^(scripts|devnet|indexer|api|web|test)\/.*\.(m?ts|tsx|mjs|cjs)$/.test(file),
  );
  for (const file of sources.filter((name) => !/\.test\.tsx?$|^test\/repo\//.test(name))) {
    for (const name of variablesIn(readFileSync(join(ROOT, file), 'utf8'), /(^|\/)env\.ts$/.test(file))) {
      found.set(name, [...(found.get(name) ?? []), file]);
    }
  }
  return found;
}

function variablesIn(text: string, isTable: boolean): string[] {
  const plain = [...text.matchAll(/\benv(?:ironment)?(?:\.|\[['"])([A-Z][A-Z0-9_]{2,})\b/g)];
  const table = isTable ? [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]{2,}):/gm)] : [];
  return [...new Set([...plain, ...table].map(([, name = '']) => name))].filter((name) => !FOREIGN.has(name));
}

/** Names in the first column of README's table of the environment. */
export function variablesDocumented(): string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const section = readme.split(/^## /m).find((part) => part.startsWith('Environment')) ?? '';
  return [...section.matchAll(/^\| `([A-Z][A-Z0-9_]*)`/gm)].map(([, name = '']) => name);
}
