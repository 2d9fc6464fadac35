import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Engine } from './engine.ts';
import { ProtocolError } from './errors.ts';
import { FrameReader } from './wire/frames.ts';
import { readMessage, writeReply } from './wire/message.ts';

/** Sockets to engine and back. */
export interface WireServer {
  port: number;
  /** Answers what has arrived, then closes every connection. */
  close(): Promise<void>;
}

/** @throws the error of `listen`, such as EADDRINUSE */
export function serve(engine: Engine, options: { port: number; host: string; sockets: Set<Socket> }): Promise<WireServer> {
  const { sockets } = options;
  let lastConnection = 0;

  function accept(socket: Socket): void {
    const connectionId = ++lastConnection;
    const frames = new FrameReader();
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy()); // a client that vanished; its other connections live on
    socket.on('data', (piece) => {
      try {
        for (const frame of frames.push(piece)) {
          const request = readMessage(frame);
          const reply = engine.execute(request.command, connectionId);
          if (request.wantsReply && socket.writable) socket.write(writeReply(request, reply));
        }
      } catch (error) {
        // After a broken frame the start of the next one is unknown: closing is the only safe answer, and only this client's concern.
        if (!(error instanceof ProtocolError)) process.emitWarning(error as Error);
        socket.destroy();
      }
      // A client that does not read its answers is not read from either.
      if (socket.writableNeedDrain) {
        socket.pause();
        socket.once('drain', () => socket.resume());
      }
    });
  }

  const server: Server = createServer(accept);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve({
        port: (server.address() as AddressInfo).port,
        async close() {
          const closed = new Promise<void>((done) => server.close(() => done()));
          for (const socket of sockets) socket.destroySoon();
          await closed;
        },
      });
    });
  });
}
