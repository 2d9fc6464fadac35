import type { Caller, SubgraphRequest } from '../plan/subgraph-client.ts';
import type { Send, SubgraphReply } from './entity-requests.ts';
import type { InFlight } from './in-flight.ts';
import { isObject, type JsonObject } from './json.ts';

/** A service as the executor asks it; the shape that Apollo's executor wants as well. */
export interface DataSource {
  /** Rejects rather than throws. */
  process(options: { request: SubgraphRequest; context: Caller }): Promise<SubgraphReply>;
}

/** By the service's name in the graph. */
export type DataSources = Readonly<Record<string, DataSource>>;

/**
 * Sends the fetches of one run. The body is put together from JSON that is there already; `variables` are made of it for services of this process only.
 * With `shared`, a fetch that another run of the same caller (`callerKey`) is waiting for is not sent again.
 */
export function createSend(options: {
  services: DataSources;
  caller: Caller;
  variables: JsonObject;
  shared: { inFlight: InFlight<SubgraphReply>; callerKey: string } | undefined;
}): Send {
  const { services, caller, variables, shared } = options;
  return ({ service, query, quoted, variables: names, representations }) => {
    let text = '';
    for (const name of names) {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (value !== undefined) text += `${text && ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
    }
    for (const [name, texts] of Object.entries(representations)) text += `${text && ','}"${name}":[${texts.join(',')}]`;
    const body = `{"query":${quoted},"variables":{${text}}}`;
    const request = new Request(query, body, text);
    const send = (): Promise<SubgraphReply> => services[service]?.process({ request, context: caller }).then(toReply, toFailed) ?? nowhere(service);
    return shared ? shared.inFlight.share(`${service}\n${shared.callerKey}\n${body}`, send) : send();
  };
}

const toReply = (reply: unknown): SubgraphReply => (isObject(reply) ? reply : {});
const toFailed = (error: Error): SubgraphReply => ({ errors: [{ message: error.message }] });
const nowhere = async (service: string): Promise<SubgraphReply> => ({ errors: [{ message: `There is no service "${service}".` }] });

class Request implements SubgraphRequest {
  readonly query: string;
  readonly body: string;
  readonly #variables: string;

  constructor(query: string, body: string, variables: string) {
    this.query = query;
    this.body = body;
    this.#variables = variables;
  }

  get variables(): JsonObject {
    return JSON.parse(`{${this.#variables}}`) as JsonObject;
  }
}
