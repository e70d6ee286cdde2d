import { createServer } from 'node:net';
import { PORT_VARIABLES, type Ports } from './options';
import { UserError } from './user-error';

const HOST = '127.0.0.1';

/** Opens and closes a listening socket: the port it had, or the error code of the attempt. */
function tryPort(port: number): Promise<{ port: number } | { code: string }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code ?? 'unknown' }));
    server.listen({ port, host: HOST, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve({ port: taken }));
    });
  });
}

/**
 * The ports to use: 0 becomes a free one. Throws a UserError naming port and variable when one is taken, or when two
 * parts were given the same.
 */
export async function claimPorts(wanted: Ports, parts: (keyof Ports)[]): Promise<Ports> {
  const claimed = { ...wanted };
  for (const part of parts) {
    const variable = PORT_VARIABLES[part];
    let result = await tryPort(wanted[part]);
    while (
      'port' in result &&
      wanted[part] === 0 &&
      parts.some((other) => claimed[other] === (result as { port: number }).port)
    ) {
      result = await tryPort(0);
    }
    if ('code' in result) {
      const why = result.code === 'EACCES' ? 'may not be opened by this user' : 'is taken by another program';
      throw new UserError(`Port ${wanted[part]} (${variable}) ${why}; free it or set ${variable} to another port.`);
    }
    const twin = parts.find((other) => other !== part && wanted[other] === result.port);
    if (twin) {
      throw new UserError(
        `${variable} and ${PORT_VARIABLES[twin]} are both ${result.port}; give each a port of its own.`,
      );
    }
    claimed[part] = result.port;
  }
  return claimed;
}
