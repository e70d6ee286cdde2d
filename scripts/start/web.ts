import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Build } from './build-cache';
import { type ChildRoom, type ChildSpec, childEnv, runChild } from './child';
import { ROOT } from './paths';

const WEB = join(ROOT, 'web');
const ENV = { NEXT_TELEMETRY_DISABLED: '1' };

/** The site's production build, made anew only when something it is made of has changed. */
export function webBuild(room: ChildRoom, signal: AbortSignal): Build {
  const spec = { name: 'site-build', command: 'npm', args: ['run', 'build', '--workspace', 'web'], cwd: ROOT };
  return {
    name: 'site',
    sources: ['web', 'protocol/src', 'api/schema.graphql', 'package-lock.json'],
    product: 'web/.next/BUILD_ID',
    run: () => runChild({ ...spec, env: childEnv(ENV) }, room, signal),
  };
}

export function webSpec(port: number, apiUrl: string): ChildSpec {
  const next = createRequire(join(WEB, 'package.json')).resolve('next/dist/bin/next');
  return {
    name: 'site',
    command: process.execPath,
    args: [next, 'start', '-p', String(port), '-H', '127.0.0.1'],
    cwd: WEB,
    env: childEnv({ ...ENV, NODE_ENV: 'production', API_URL: apiUrl }),
  };
}
