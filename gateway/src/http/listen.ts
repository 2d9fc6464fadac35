import { ConfigError } from '@customerai/service';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Opens the port. A port that cannot be had is a matter of configuration: the error names it and the remedy. Gives the real port for 0. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = new Map([
      [
        'EADDRINUSE',
        `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port: PORT=${port === 4000 ? 4001 : 4000}.`,
      ],
      ['EACCES', `This user may not open port ${port}. Choose one above 1023, for example PORT=4000.`],
      ['EADDRNOTAVAIL', `This machine has no address ${host}. Set HOST to one that it has, for example HOST=127.0.0.1.`],
    ]).get(code ?? '');
    if (reason) throw new ConfigError(reason, { cause: error });
    throw error;
  }
  return (server.address() as AddressInfo).port;
}
