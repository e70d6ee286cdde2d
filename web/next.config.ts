import { join } from 'node:path';
import type { NextConfig } from 'next';

const repositoryRoot = join(import.meta.dirname, '..');

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // protocol is TypeScript source in this repository
  transpilePackages: ['@moho/protocol'],
  outputFileTracingRoot: repositoryRoot,
  turbopack: { root: repositoryRoot },
  // Types are checked by `npm run typecheck`; checking twice would only slow the first start.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // titles are known at once: every reader gets them in the head of the page, as bots do
  htmlLimitedBots: /.*/,
};

export default config;
