import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { childEnv } from '../../scripts/start/child';
import { ROOT } from '../../scripts/start/paths';
import { commandWords, copyParts, envParts, parseDockerfile } from './dockerfile';
import { repositoryFiles } from './environment';

const tracked = repositoryFiles().filter((file) => existsSync(join(ROOT, file)));
const dockerfiles = ['indexer/Dockerfile', 'api/Dockerfile', 'web/Dockerfile'];
/** Set to 1 to install packages anew in each image's copy, as a builder would (minutes); else they are linked in. */
const installForReal = process.env.MOHO_TEST_INSTALL === '1';
const ignored = dockerIgnore();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What .dockerignore keeps out of a builder's sight, as far as this project's patterns go. */
function dockerIgnore(): (file: string) => boolean {
  const lines = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
  const patterns = lines.map((line) => {
    const body = line
      .replaceAll('.', '\\.')
      .replace('**/', '(.*/)?')
      .replaceAll('*', '[^/]*')
      .replace('(.[^/]*/)?', '(.*/)?');
    return new RegExp(`^${body}(/|$)`);
  });
  return (file) => patterns.some((pattern) => pattern.test(file));
}

function copy(folder: string, rest: string): void {
  const { sources, target } = copyParts(rest);
  for (const source of sources) {
    const files = tracked.filter((file) => (file === source || file.startsWith(`${source}/`)) && !ignored(file));
    if (files.length === 0) throw new Error(`COPY ${source}: the checkout has no such file`);
    const isFolder = statSync(join(ROOT, source)).isDirectory();
    for (const file of files) {
      const inside = isFolder
        ? join(target, file.slice(source.length))
        : target.endsWith('/')
          ? join(target, file)
          : target;
      const place =
        target === './'
          ? join(folder, file.split('/').at(-1) ?? '')
          : join(folder, isFolder ? inside : placeOf(file, target));
      mkdirSync(dirname(place), { recursive: true });
      cpSync(join(ROOT, file), place);
    }
  }
}

function placeOf(file: string, target: string): string {
  return target.endsWith('/') ? join(target, file.split('/').at(-1) ?? '') : target;
}

/** Runs a RUN step. Installed packages are the checkout's own, hard-linked, unless a real installation is asked for. */
function run(folder: string, command: string, env: Record<string, string>): void {
  const shell = (line: string) =>
    execFileSync('sh', ['-euc', line], {
      cwd: folder,
      env: childEnv({ ...env, npm_config_prefer_offline: 'true', npm_config_update_notifier: 'false' }),
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    });
  if (!command.startsWith('npm ci') || installForReal) {
    shell(withoutOwners(command));
    return;
  }
  shell(`${command} --dry-run`); // refuses wrong options and a lockfile that does not fit
  for (const modules of [
    'node_modules',
    'web/node_modules',
    'api/node_modules',
    'indexer/node_modules',
    'devnet/node_modules',
  ]) {
    if (!existsSync(join(ROOT, modules))) continue;
    mkdirSync(join(folder, dirname(modules)), { recursive: true });
    linkTree(join(ROOT, modules), join(folder, modules));
  }
}

function linkTree(from: string, to: string): void {
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'pipe' });
  } catch {
    rmSync(to, { recursive: true, force: true }); // another disk, or a cp without links
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
}

/** The image's user does not exist here; that a path to be given away exists is still checked. */
function withoutOwners(command: string): string {
  return command.replaceAll(/chown -R node:node/g, 'ls -d');
}

describe.each(dockerfiles)('%s', (file) => {
  const instructions = parseDockerfile(readFileSync(join(ROOT, file), 'utf8'));

  test('starts from a pinned image, ends as a normal user with a command', () => {
    expect(instructions[0]).toEqual({ word: 'FROM', rest: expect.stringMatching(/^[a-z]+:\d+[\w.-]*$/) });
    expect(instructions.some(({ word, rest }) => word === 'USER' && rest !== 'root')).toBe(true);
    expect(instructions.at(-1)?.word).toBe('CMD');
  });

  test('builds: its steps run in a copy of the tree, and what it starts is there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'moho image '));
    folders.push(folder);
    let env: Record<string, string> = {};
    let workdir = '/app';
    for (const { word, rest } of instructions) {
      if (word === 'ENV') env = { ...env, ...envParts(rest) };
      if (word === 'WORKDIR') workdir = rest;
      if (word === 'COPY') copy(folder, rest);
      if (word === 'RUN') run(folder, rest, env);
      if (word === 'CMD') checkCommand(join(folder, workdir.replace(/^\/app\/?/, '')), commandWords(rest));
    }
  });
});

function checkCommand(folder: string, words: string[]): void {
  const script = words.find((word) => /\.(mjs|ts)$/.test(word));
  if (script) expect(existsSync(join(folder, script)), script).toBe(true);
  else {
    expect(words.slice(0, 2)).toEqual(['npm', 'run']);
    const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts).toHaveProperty(words[2] ?? '');
  }
}
