// Photographs every page of a running site: npm run screenshots [-- --site URL --api URL --folder FOLDER --only TEXT]
await import('tsx'); // from here on TypeScript can be imported
const { main } = await import('../test/e2e/shots/take.ts');
try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
