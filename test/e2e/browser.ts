import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Nothing may be fetched in the background: the site must stand on its own, and a test machine may have no network. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
];

/** The bundled Chromium on Linux x64, else the one CHROMIUM_PATH names. Throws one sentence when there is none. */
async function chromiumPath(env: NodeJS.ProcessEnv): Promise<string> {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return named;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser tests need a Chromium on this machine: set CHROMIUM_PATH to its program.');
  }
  const { default: bundled } = await import('@sparticuz/chromium');
  return bundled.executablePath();
}

/** Starts a real Chromium without a window. */
export async function launchBrowser(): Promise<Browser> {
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: await chromiumPath(process.env),
    headless: true,
    args: [...QUIET, ...sandbox, '--headless=shell', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}
