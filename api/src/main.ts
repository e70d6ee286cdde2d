import { readSettings } from './env';
import { consoleLog } from './server/log';
import { startApi } from './server/server';

try {
  const api = await startApi(readSettings(process.env), consoleLog);
  process.stdout.write(`api ready ${api.url}/graphql\n`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    api.close().then(
      () => process.exit(0),
      (error: unknown) => {
        consoleLog('error', 'the API did not stop cleanly', { error: String(error) });
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
