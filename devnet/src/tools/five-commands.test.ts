import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../test/support/free-port';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const README = fileURLToPath(new URL('../../README.md', import.meta.url));
const [INSTALL = '', CHAIN = '', ...OTHERS] = commands();

let chain: ChildProcess | undefined;
afterAll(() => {
  // npm and its shell stand between us and the chain: the group we made
  if (chain?.pid !== undefined && chain.exitCode === null) process.kill(-chain.pid, 'SIGTERM');
});

function commands(): string[] {
  const [, block = ''] = /<!-- five-commands:start -->\n```sh\n(.*?)```/s.exec(readFileSync(README, 'utf8')) ?? [];
  return block.trim().split('\n');
}

/** Runs one line of the README; only the ports are others, so that a chain of this machine is left alone. */
function shell(line: string, env: NodeJS.ProcessEnv = {}) {
  const child = spawn('sh', ['-c', line], { cwd: ROOT, env: { ...process.env, ...env }, detached: true });
  const told = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      told.text += String(data);
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, told, ended };
}

describe('the five commands of the README', () => {
  it('are five', () => {
    expect([INSTALL, CHAIN, ...OTHERS]).toHaveLength(5);
    expect(INSTALL).toBe('npm install');
    expect(CHAIN).toMatch(/^npm run devnet -- .* &$/);
  });

  it('place an order and show it stored', { timeout: 240_000 }, async () => {
    const [port, admin] = [await freePort(), await freePort()];
    // nobody waits between the commands: what needs the chain waits for it
    chain = shell(CHAIN.replace(/&$/, `--port ${port} --admin-port ${admin}`)).child;
    const told: string[] = [];
    for (const line of OTHERS) {
      const each = shell(line.replace(':9945/', `:${admin}/`), { DEVNET_URL: `ws://127.0.0.1:${port}` });
      expect([line, await each.ended]).toEqual([line, 0]);
      told.push(each.told.text);
    }
    expect(told[0]).toMatch(/Ready.*Finalized.*market\.FileSuccess.*system\.ExtrinsicSuccess/s);
    expect(told[1]).toContain('"source":"simulation"');
    expect(told[2]).toMatch(/block \d+: stored by \d+ groups?, 1048576 bytes, expires at block \d+/);
  });
});
