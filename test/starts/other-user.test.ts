import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/start/testing';
import { copyCheckout, give } from './checkout';
import { indexedHash, indexHead } from './explorer';
import { type Given, isUp, npmStart } from './npm-start';
import { familyOf, survivors } from './processes';

const asRoot = process.getuid?.() === 0;
/** PostgreSQL wants a user the system knows by name; this one owns nothing. */
const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
const account = { uid: id('-u'), gid: id('-g') };

let folder: ReturnType<typeof temporaryFolder>;
let checkout: string;
let home: string;

const start = (given: Given = {}) =>
  npmStart({ checkout, account, ...given, env: { HOME: home, npm_config_cache: join(home, '.npm'), ...given.env } });

/** Only root can become somebody else; a normal user who runs these tests is one in all of them. */
test.runIf(!asRoot)('these tests run as a normal user', () => {
  process.stdout.write('run as a normal user: that Moho also runs as root was not shown\n');
});

describe.runIf(asRoot)('a normal user with a home and a fresh checkout, in a folder with a space', () => {
  beforeAll(() => {
    folder = temporaryFolder();
    chmodSync(folder.path, 0o755);
    checkout = join(folder.path, 'my checkout');
    home = join(folder.path, 'home');
    mkdirSync(home);
    give(home, account);
    copyCheckout(checkout);
  });
  afterAll(() => folder.remove());

  test('whose checkout belongs to somebody else is told so', async () => {
    const { code, output } = await start({ args: ['--data', join(home, 'data')] }).ended;
    expect(code, output).not.toBe(0);
    expect(output).toMatch(
      /Moho did not start\. Moho is built inside its own folder, and this user may not write there/,
    );
  });

  test('whose data folder belongs to somebody else is told so', async () => {
    const closed = join(folder.path, 'closed');
    mkdirSync(closed);
    for (const data of [closed, join(closed, 'new')]) {
      const { code, output } = await start({ args: ['--data', data] }).ended;
      expect(code, output).not.toBe(0);
      expect(output).toMatch(/Moho did not start\. The data folder .+ cannot be used \(EACCES.*\); set MOHO_DATA_DIR/);
    }
  });

  test('builds, starts, stops and goes on where it stopped', { timeout: 600_000 }, async () => {
    rmSync(join(home, 'data'), { recursive: true, force: true });
    give(checkout, account);
    const args = ['--blocks', '60', '--block-time-ms', '1000'];
    const first = start({ args });
    await isUp(first, 500);
    const family = familyOf(first.pid);
    for (const { pid, command } of family) expect(ownerOf(pid), command).toBe(account.uid);
    expect(statSync(join(checkout, '.moho', 'postgres', 'data')).uid).toBe(account.uid);
    const head = await indexHead(first.address('GraphiQL'));
    first.signal('SIGINT');
    await first.ended;
    expect(await survivors(family)).toEqual([]);

    const second = start({ args });
    await isUp(second);
    expect((await indexHead(second.address('GraphiQL'))).height).toBeGreaterThanOrEqual(head.height);
    expect(await indexedHash(second.address('GraphiQL'), head.height)).toBe(head.hash);
    second.signal('SIGINT');
    await second.ended;
    expect(existsSync(join(checkout, '.moho', 'run.json'))).toBe(false);
  });

  test("root's data is refused to him in one sentence", async () => {
    give(join(checkout, '.moho'), { uid: 0, gid: 0 });
    chmodSync(join(checkout, '.moho'), 0o755);
    const { code, output } = await start().ended;
    expect(code, output).not.toBe(0);
    expect(output).toMatch(/Moho did not start\. The data folder .+ cannot be used \(EACCES/);
  });
});

const ownerOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^Uid:\s+(\d+)/m)?.[1]);
