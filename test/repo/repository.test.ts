import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FLAGS } from '../../scripts/start/flags';
import { ROOT } from '../../scripts/start/paths';
import { repositoryFiles, variablesDocumented, variablesRead } from './environment';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('the README names every variable that is read, and no other', () => {
  const composeOnly = ['POSTGRES_PASSWORD'];
  const sources = Object.fromEntries(variablesRead());
  expect(Object.keys(sources).sort(), JSON.stringify(sources)).toEqual(
    variablesDocumented()
      .filter((name) => !composeOnly.includes(name))
      .sort(),
  );
});

test('the README names every flag of npm start beside its variable', () => {
  const readme = read('README.md');
  for (const [flag, { variable }] of Object.entries(FLAGS))
    expect(readme).toContain(`| \`${variable}\` (\`${flag}\`) |`);
});

test('the lockfile holds no download addresses and every platform of optional packages', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { resolved?: string; link?: boolean; optionalDependencies?: Record<string, string> }>;
  };
  const entries = Object.entries(lock.packages);
  expect(entries.filter(([, { resolved, link }]) => resolved !== undefined && !link)).toEqual([]);
  const names = new Set(entries.map(([path]) => path.split('node_modules/').at(-1)));
  for (const [path, { optionalDependencies }] of entries) {
    for (const name of Object.keys(optionalDependencies ?? {})) expect(names, `${path} → ${name}`).toContain(name);
  }
});

test('install scripts that npm must run are allowed by name', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { hasInstallScript?: boolean; os?: string[] }>;
  };
  const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
  const needing = Object.entries(lock.packages).filter(([, entry]) => entry.hasInstallScript);
  const names = needing.map(([path]) => path.split('node_modules/').at(-1) ?? '');
  for (const name of names.filter((one) => one !== 'fsevents')) expect(allowScripts, name).toHaveProperty([name], true);
});

test('every dependency has one exact version', () => {
  for (const file of repositoryFiles().filter((name) => /(^|\/)package\.json$/.test(name))) {
    const { dependencies, devDependencies } = JSON.parse(read(file)) as Record<string, Record<string, string>>;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, `${file}: ${name}`).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
  }
});

test('scripts named in package.json exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const files = new Set(repositoryFiles());
  for (const command of Object.values(scripts)) {
    for (const [, script = ''] of command.matchAll(/node (\S+\.mjs)/g)) expect(files).toContain(script);
  }
});
