import { freePort, whyNotFree } from './free-port';
import { PORT_VARIABLES, type Ports } from './options';
import { UserError } from './user-error';

/**
 * The ports to use: 0 becomes a free one. Throws a UserError naming port and variable when one is taken, or when two
 * parts were given the same.
 */
export async function claimPorts(wanted: Ports, parts: (keyof Ports)[]): Promise<Ports> {
  const claimed = { ...wanted };
  for (const part of parts) {
    const variable = PORT_VARIABLES[part];
    let port = wanted[part];
    if (port === 0) {
      do port = await freePort();
      while (Object.values(claimed).includes(port));
    }
    const code = await whyNotFree(port);
    if (code !== undefined) {
      const why = code === 'EACCES' ? 'may not be opened by this user' : 'is taken by another program';
      throw new UserError(`Port ${wanted[part]} (${variable}) ${why}; free it or set ${variable} to another port.`);
    }
    const twin = parts.find((other) => other !== part && wanted[other] === port);
    if (twin) {
      throw new UserError(`${variable} and ${PORT_VARIABLES[twin]} are both ${port}; give each a port of its own.`);
    }
    claimed[part] = port;
  }
  return claimed;
}
