import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser';

export interface Visitor {
  page(options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
}

/** A browser for one test file. Pages fail the test when they try to fetch anything from elsewhere. */
export function visitor(): Visitor & { foreignRequests: string[] } {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const foreignRequests: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser.close();
  });
  return {
    foreignRequests,
    async page(options) {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      page.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== '127.0.0.1') foreignRequests.push(request.url());
      });
      return page;
    },
  };
}
