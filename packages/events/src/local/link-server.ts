import { timingSafeEqual } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { createLink, type Link, type Methods } from './link.ts';

const HELLO_BYTES = 256;

export interface LinkServer extends AsyncDisposable {
  /** `local://secret@host:port` */
  url: string;
}

/** Takes links of processes of this machine that know the secret. `open` gives what each may ask, by the purpose that it names. */
export async function serveLinks(secret: string, open: (purpose: string, link: () => Link) => Methods): Promise<LinkServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    // Exactly the greeting: what follows it belongs to the link.
    const read = () => {
      const head = socket.read(HELLO_BYTES) as Buffer | null;
      if (!head) return;
      socket.off('readable', read);
      const [given = '', purpose = ''] = head.toString().trimEnd().split(' ');
      if (!same(given, secret)) return void socket.destroy();
      const methods = open(purpose, () => link);
      const link = createLink(socket, methods);
    };
    socket.on('readable', read);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `local://${secret}@127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroySoon();
      await closed;
    },
  };
}

/** Opens a link to the server of such a URL. Throws when none answers there. */
export async function openLink(url: string, purpose: string, methods: Methods): Promise<Link> {
  const { hostname, port, username } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  socket.write(`${username} ${purpose}`.padEnd(HELLO_BYTES));
  return createLink(socket, methods);
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
