import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { childEnv } from '../../scripts/start/child';
import { FREE_PORTS, PORT_VARIABLES, type Ports } from '../../scripts/start/options';
import { claimPorts } from '../../scripts/start/ports';

export interface RunningStart {
  site: string;
  graphql: string;
  chain: string;
  /** everything it printed so far */
  output(): string;
  /** Ctrl-C as a terminal gives it; resolves with the exit code */
  interrupt(): Promise<number | null>;
  /** the process that got the command */
  pid: number;
}

const ADDRESS = (label: string) => new RegExp(`^ {2}${label}\\s+(\\S+)$`, 'm');

/**
 * Gives the README's command in `folder`, from somewhere else, on free ports, and waits for the three addresses.
 * Throws with its whole output when it ends before.
 */
export async function npmStart(folder: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<RunningStart> {
  const ports = await claimPorts(FREE_PORTS, Object.keys(FREE_PORTS) as (keyof Ports)[]);
  const portEnv = Object.fromEntries(
    Object.entries(PORT_VARIABLES).map(([part, name]) => [name, String(ports[part as keyof Ports])]),
  );
  const child = spawn('npm', ['--prefix', folder, 'start', '--', ...args], {
    cwd: tmpdir(),
    env: childEnv({ ...portEnv, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, as the shell of a terminal makes for each command
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const pid = child.pid;
  if (pid === undefined) throw new Error('npm could not be started');
  const interrupt = () => {
    process.kill(-pid, 'SIGINT');
    return ended;
  };
  const addresses = new Promise<Record<'Site' | 'GraphiQL' | 'Chain', string>>((resolve, reject) => {
    const look = () => {
      const [site, graphql, chain] = ['Site', 'GraphiQL', 'Chain'].map((label) => output.match(ADDRESS(label))?.[1]);
      if (site && graphql && chain) resolve({ Site: site, GraphiQL: graphql, Chain: chain });
    };
    child.stdout.on('data', look);
    ended.then((code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  const { Site, GraphiQL, Chain } = await addresses;
  return { site: Site, graphql: GraphiQL, chain: Chain, output: () => output, interrupt, pid };
}
