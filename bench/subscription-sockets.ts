import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/**
 * A WebSocket client of a few hundred bytes, so that ten thousand of them disturb the measured process as little as may be: it sends short masked text
 * frames and reads whole unmasked ones (RFC 6455), which is all that the other end sends.
 */
export class BenchSocket {
  readonly #socket: Socket;
  readonly #onText: (text: string) => void;
  readonly closed: Promise<void>;
  /** What the other end said when it closed: the code and the reason. */
  farewell: string | undefined = undefined;
  #rest: Buffer | undefined = undefined;
  #open = false;
  #opened = Promise.withResolvers<void>();

  /** `from`: an address of this machine. */
  constructor(port: number, path: string, onText: (text: string) => void, from = '127.0.0.1') {
    this.#onText = onText;
    this.#socket = connect({ host: '127.0.0.1', port, noDelay: true, localAddress: from });
    this.#socket.once('connect', () => {
      // Where nobody listens for a moment, a socket may be given that very port as its own, and be connected to itself.
      if (this.#socket.localPort === port && this.#socket.localAddress === '127.0.0.1') this.#socket.destroy();
    });
    this.closed = new Promise((resolve) => this.#socket.once('close', () => resolve()));
    this.#opened.promise.catch(() => {});
    this.#socket.once('error', (error) => this.#opened.reject(error));
    this.#socket.once('close', () => this.#opened.reject(new Error('closed')));
    this.#socket.on('data', (data) => this.#read(data));
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
  }

  opened(): Promise<void> {
    return this.#opened.promise;
  }

  send(message: object): void {
    const payload = Buffer.from(JSON.stringify(message));
    const wide = payload.length > 125;
    const head = Buffer.alloc(wide ? 8 : 6); // the mask stays zero: masking is for proxies, of which there are none
    head[0] = 0x81;
    head[1] = 0x80 | (wide ? 126 : payload.length);
    if (wide) head.writeUInt16BE(payload.length, 2);
    this.#socket.write(Buffer.concat([head, payload]));
  }

  cut(): void {
    this.#socket.destroy();
  }

  #read(data: Buffer): void {
    let bytes = this.#rest ? Buffer.concat([this.#rest, data]) : data;
    this.#rest = undefined;
    if (!this.#open) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return void (this.#rest = bytes);
      this.#open = true;
      this.#opened.resolve();
      bytes = bytes.subarray(end + 4);
    }
    for (;;) {
      if (bytes.length < 2) break;
      const short = bytes[1]! & 0x7f;
      const start = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length < start) break;
      const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
      if (bytes.length < start + length) break;
      const kind = bytes[0]! & 0x0f;
      if (kind === 1) this.#onText(bytes.toString('utf8', start, start + length));
      if (kind === 8) {
        this.farewell = `${length < 2 ? 1005 : bytes.readUInt16BE(start)} ${bytes.toString('utf8', start + 2, start + length)}`;
        return this.cut();
      }
      if (kind === 9) this.#pong();
      bytes = bytes.subarray(start + length);
    }
    if (bytes.length > 0) this.#rest = Buffer.from(bytes);
  }

  #pong(): void {
    this.#socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]));
  }
}
