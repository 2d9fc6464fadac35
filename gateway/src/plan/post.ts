import type { Dispatcher } from 'undici';

/**
 * A POST whose answer is taken as a whole, by undici's lowest level: no stream and no signal is made for each, which together cost more than the rest.
 * Rejects after `timeoutMs`, counted from now, waiting for a connection included.
 */
export function post(
  pool: Dispatcher,
  { path, headers, body, timeoutMs }: { path: string; headers: Record<string, string>; body: string; timeoutMs: number },
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let started: Dispatcher.DispatchController | undefined;
    let late: Error | undefined;
    const timer = setTimeout(() => {
      late = Object.assign(new Error(`No answer came within ${timeoutMs} ms.`), { name: 'TimeoutError' });
      started?.abort(late);
      reject(late);
    }, timeoutMs);
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart: (controller) => {
          started = controller;
          if (late) controller.abort(late);
        },
        onResponseStart: (_, code) => void (status = code),
        onResponseData: (_, chunk) => void chunks.push(chunk),
        onResponseEnd: () => {
          clearTimeout(timer);
          const whole = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
          resolve({ status, text: whole.toString('utf8') });
        },
        onResponseError: (_, error) => {
          clearTimeout(timer);
          reject(error);
        },
      },
    );
  });
}
