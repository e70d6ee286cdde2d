// Takes docs/screenshot.png from a running site: npm run screenshot [-- http://127.0.0.1:3000]
await import('tsx'); // from here on TypeScript can be imported
const { main } = await import('../test/e2e/screenshot.ts');
await main(process.argv[2] ?? 'http://127.0.0.1:3000');
