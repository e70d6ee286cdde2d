import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { afterEach, describe, expect, it } from 'vitest';
import { rpcOver } from './test-support/http';
import { writeRecording } from './test-support/recording';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

function run(...args: string[]) {
  const started = spawn(process.execPath, ['--import', 'tsx', CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child = started;
  const told = { out: '', err: '' };
  started.stdout.on('data', (data) => {
    told.out += String(data);
  });
  started.stderr.on('data', (data) => {
    told.err += String(data);
  });
  const ended = new Promise<number | null>((resolve) => started.once('close', resolve));
  return { started, told, ended };
}

describe('the command line', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'serves a recording from a folder with a space, and ends on %s',
    async (signal) => {
      const { started, told, ended } = run('--port', '0', '--admin-port', '0', '--recording', writeRecording(3));
      while (!told.out.includes('\n')) await new Promise((later) => setTimeout(later, 20));
      const [, port] =
        /^devnet ready ws:\/\/127\.0\.0\.1:(\d+) genesis 0x[0-9a-f]{64} head 3 admin http:\S+\n$/.exec(told.out) ?? [];
      expect(await rpcOver(Number(port)).result('system_chain')).toBe('Crust Test');
      started.kill(signal);
      expect(await ended).toBe(0);
      expect(told.err).toBe('');
    },
  );

  it('takes a whole profile as JSON', async () => {
    const profile = JSON.stringify({ ...DEVNET_PROFILE, name: 'quick', blockTimeMs: 1000 });
    const { started, told, ended } = run('--port', '0', '--admin-port', '0', '--blocks', '3', '--profile', profile);
    while (!told.out.includes('\n')) await new Promise((later) => setTimeout(later, 20));
    const [, admin] = /admin (http:\S+)\n$/.exec(told.out) ?? [];
    expect(await (await fetch(`${admin}/state`)).json()).toMatchObject({ profile: 'quick' });
    started.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('makes the same blocks twice, and others from another time on', async () => {
    const hashesOf = async (...args: string[]) => {
      const { started, told, ended } = run('--port', '0', '--admin-port', '0', '--interval', '0', ...args);
      while (!told.out.includes('\n')) await new Promise((later) => setTimeout(later, 20));
      const [, port, genesis] = /127\.0\.0\.1:(\d+) genesis (0x\w+) head 40/.exec(told.out) ?? [];
      const hash = await rpcOver(Number(port)).result('chain_getBlockHash', 40);
      started.kill('SIGTERM');
      await ended;
      return [genesis, hash];
    };
    const same = ['--seed', '9', '--blocks', '40'];
    const first = await hashesOf(...same);
    expect(first[1]).toMatch(/^0x[0-9a-f]{64}$/);
    expect(await hashesOf(...same)).toEqual(first);
    expect(await hashesOf(...same, '--genesis-time', '2025-05-05')).not.toEqual(first);
  });

  it('forks within the finality lag, tries extrinsics when allowed, and dies of the fault that says so', async () => {
    const { told, ended } = run(
      ...['--port', '0', '--admin-port', '0', '--seed', '5', '--blocks', '30', '--interval', '0'],
      ...['--finality-lag', '3', '--unsafe-rpc'],
    );
    while (!told.out.includes('\n')) await new Promise((later) => setTimeout(later, 20));
    const [, port, admin] = /ws:\/\/127\.0\.0\.1:(\d+) .* head 30 admin (http:\S+)\n$/.exec(told.out) ?? [];
    const post = (path: string) => fetch(`${admin}${path}`, { method: 'POST' });
    expect(await (await post('/fork?blocks=3')).json()).toMatchObject({ head: 31, finalized: 28 });
    expect((await rpcOver(Number(port)).call('system_dryRun', '0x00')).error).toMatchObject({ code: 1 });
    await post('/faults?seed=4&die=1');
    await rpcOver(Number(port))
      .call('system_chain')
      .catch(() => undefined);
    expect(await ended).toBe(70);
    expect(told.err).toContain('devnet: faults: seed 4, die 1');
    expect(told.err).toContain('devnet: the fault "die" ends this process');
  });

  it('says in one line that a port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((listening) =>
      other.listen(0, '127.0.0.1', () => listening((other.address() as { port: number }).port)),
    );
    const folder = writeRecording(1);
    for (const ports of [
      ['--port', `${port}`, '--admin-port', '0'],
      ['--port', '0', '--admin-port', `${port}`],
    ]) {
      const { told, ended } = run(...ports, '--recording', folder);
      expect(await ended).toBe(1);
      expect(told.err).toBe(
        `devnet: port ${port} of 127.0.0.1 is already in use: stop what uses it or choose another port\n`,
      );
    }
    other.close();
  });

  it.each([
    [['--bogus'], /Unknown option '--bogus'/],
    [['--port', 'x'], /--port must be a whole number from 0 to 65535, not "x"/],
    [['--port', '70000'], /--port must be a whole number/],
    [['--interval', '1', '--block-time-ms', '1'], /mean the same: give one of them/],
    [['--recording', '/nowhere', '--finality-lag', '1'], /--finality-lag belongs to a simulated chain/],
    [
      ['--genesis-time', 'yesterday'],
      /--genesis-time must be "now" or a time such as 2024-01-01T00:00:00Z, not "yesterday"/,
    ],
    [['--people', 'millions'], /--people must be one of few, dozens, .*, not "millions"/],
    [['--profile', 'nowhere'], /--profile must be one of mainnet, devnet, not "nowhere"/],
    [['--profile', '{"name":"mine"}'], /--profile given as JSON must say what slotBlocks is/],
    [['--profile', '{'], /--profile is no JSON/],
    [['--recording', '/nowhere'], /chain\.json: it does not exist/],
    [['--recording', '/nowhere', '--seed', '1'], /--seed belongs to a simulated chain/],
  ])('%j is refused in one line', async (args, message) => {
    const { told, ended } = run(...args);
    expect(await ended).toBe(1);
    expect(told.err).toMatch(message);
    expect(told.err.trim()).not.toContain('\n');
  });
});
