import type { BrowserContext } from 'playwright-core';

/** The sockets between pages and the platform, to be cut and mended. */
export class Line {
  #down = false;
  readonly #sockets: (() => Promise<unknown>)[] = [];

  runThrough(context: BrowserContext): Promise<void> {
    return context.routeWebSocket(/\/graphql$/, (socket) => {
      if (this.#down) return void socket.close({ code: 1011 });
      const server = socket.connectToServer();
      this.#sockets.push(() => Promise.all([socket.close({ code: 1011 }), server.close()]));
    });
  }

  async cut(): Promise<void> {
    this.#down = true;
    for (const close of this.#sockets.splice(0)) await close();
  }

  mend(): void {
    this.#down = false;
  }
}
