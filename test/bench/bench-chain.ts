import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deployIndexer, subqlNodeCommand } from '../../indexer/deploy';
import { isSchemaReady, migrate } from '../../indexer/migrate';
import { childEnv } from '../../scripts/start/child';
import { ROOT } from '../../scripts/start/paths';
import { SCHEMA } from '../../scripts/start/stack';
import { type ServedChain, serveChain } from '../conformance/chain-server';
import type { CalmChain } from '../conformance/given-chains';
import { scoped, startOnce } from '../conformance/run-once';
import type { Workplace } from '../conformance/workplace';
import { buildEmptyProject, plainNodeCommand } from './empty-project';
import { measureNode, type Speed } from './measure';
import { CONTENDERS, type Contender, type Measured } from './table';

interface BareResult {
  blocks: number;
  seconds: number;
  cpuMs: number;
  extrinsics: number;
  events: number;
}

/** Runs the bare loop over the chain in a process of its own. */
const bareLoop = (chain: ServedChain, place: Workplace): Promise<BareResult> =>
  scoped(async (scope) => {
    const args = ['--import', 'tsx', join(ROOT, 'test', 'bench', 'bare-loop.ts'), chain.url, String(chain.head)];
    const spec = { name: 'bare-loop', command: process.execPath, args, cwd: ROOT, env: childEnv() };
    let result: BareResult | undefined;
    const ready = async (child: { line(pattern: RegExp): Promise<RegExpMatchArray> }) => {
      const [line] = await child.line(/^\{"blocks".*\}$/);
      result = JSON.parse(line) as BareResult;
    };
    await startOnce({ spec, ready }, place.room, scope);
    if (!result) throw new Error('the bare loop gave no result');
    return result;
  });

const ours = async (chain: ServedChain, folder: string, place: Workplace): Promise<Speed> => {
  const databaseUrl = await place.newDatabase();
  const { indexer: port } = await place.freePorts(['indexer']);
  deployIndexer({
    genesisHash: chain.address.genesis,
    endpoints: chain.address.endpoints,
    profile: chain.profile,
    folder,
  });
  const { command, args, env } = subqlNodeCommand({ folder, databaseUrl, schema: SCHEMA, port });
  const spec = { name: 'ours', command, args, cwd: folder, env: childEnv(env) };
  const schema = { databaseUrl, schema: SCHEMA };
  const beside = async () => {
    while (!(await isSchemaReady(schema))) await sleep(100, undefined, { signal: place.room.signal });
    await migrate(schema);
  };
  return measureNode({ spec, port, databaseUrl, schema: SCHEMA, beside }, chain, place);
};

const empty = async (chain: ServedChain, folder: string, place: Workplace): Promise<Speed> => {
  const databaseUrl = await place.newDatabase();
  const { indexer: port } = await place.freePorts(['indexer']);
  const { command, args, env } = plainNodeCommand(folder, databaseUrl, SCHEMA, port);
  const spec = { name: 'empty', command, args, cwd: folder, env: childEnv(env) };
  return measureNode({ spec, port, databaseUrl, schema: SCHEMA }, chain, place);
};

/** Measures the three on one served chain, in turn, `repeats` times each on a fresh database. */
export const benchChain = (
  given: CalmChain,
  options: { repeats: number; busy: number },
  shared: Workplace,
  say: (line: string) => void,
): Promise<Measured> =>
  scoped(async (scope) => {
    const folder = join(shared.folder, given.name.replaceAll(/[^\w.-]/g, '_'));
    const logFolder = join(folder, 'logs');
    mkdirSync(logFolder, { recursive: true });
    const place = { ...shared, room: { ...shared.room, logFolder } };
    const extra = given.kind === 'simulation' ? ['--busy', String(options.busy)] : [];
    const chain = await serveChain(given, place, scope, extra);
    await buildEmptyProject(join(folder, 'empty'), chain, place.room);
    // uncounted: it warms the chain's own process and says what the blocks hold
    const load = await bareLoop(chain, place);
    const blocksPerSecond: Measured['blocksPerSecond'] = { ours: [], 'empty project': [], 'bare loop': [] };
    const cpuMsPerBlock: Measured['cpuMsPerBlock'] = { ours: [], 'empty project': [], 'bare loop': [] };
    const run: Record<Contender, () => Promise<Speed>> = {
      ours: () => ours(chain, join(folder, 'ours'), place),
      'empty project': () => empty(chain, join(folder, 'empty'), place),
      'bare loop': () =>
        bareLoop(chain, place).then(({ blocks, seconds, cpuMs }) => ({
          blocksPerSecond: blocks / seconds,
          cpuMsPerBlock: cpuMs / blocks,
        })),
    };
    for (let repeat = 1; repeat <= options.repeats; repeat += 1)
      for (const contender of CONTENDERS) {
        const speed = await run[contender]();
        blocksPerSecond[contender].push(speed.blocksPerSecond);
        if (speed.cpuMsPerBlock !== undefined) cpuMsPerBlock[contender].push(speed.cpuMsPerBlock);
        say(`${given.name}, repeat ${repeat}, ${contender}: ${speed.blocksPerSecond.toFixed(1)} blocks/s`);
      }
    return {
      chain: given.name,
      blocks: chain.head,
      extrinsicsPerBlock: load.extrinsics / load.blocks,
      eventsPerBlock: load.events / load.blocks,
      blocksPerSecond,
      cpuMsPerBlock,
    };
  });
