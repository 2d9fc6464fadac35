import { inSpan, isTracing } from '@customerai/telemetry';
import type { Rpc } from './rpc.ts';

/** A span for every question and every answer; the same port when nothing is traced. How the trace gets across is the twins' business. */
export function traceRpc(rpc: Rpc): Rpc {
  if (!isTracing()) return rpc;
  return {
    ...rpc,
    call: (port, input, options) => {
      const attributes = { 'rpc.system': 'customerai', 'rpc.method': port.name };
      return inSpan(`call ${port.name}`, { kind: 'client', attributes, onlyInside: true }, () => rpc.call(port, input, options));
    },
    serve: (port, answer) => {
      const service = port.name.split('.')[0]!;
      const attributes = { 'rpc.system': 'customerai', 'rpc.method': port.name };
      return rpc.serve(port, (input, signal) =>
        inSpan(`answer ${port.name}`, { kind: 'server', service, attributes, onlyInside: true }, () => answer(input, signal)),
      );
    },
  };
}
