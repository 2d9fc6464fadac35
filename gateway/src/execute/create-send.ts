import type { ServiceMap } from '@apollo/gateway';
import type { Caller } from '../plan/subgraph-client.ts';
import type { Send, SubgraphReply } from './entity-requests.ts';
import type { InFlight } from './in-flight.ts';
import type { JsonObject } from './json.ts';

/**
 * Sends the fetches of one run. The body is put together from JSON that is there already; `variables` are made of it for services of this process only.
 * With `shared`, a fetch that another run of the same caller (`callerKey`) is waiting for is not sent again.
 */
export function createSend(options: {
  services: ServiceMap;
  caller: Caller;
  variables: JsonObject;
  shared: { inFlight: InFlight<SubgraphReply>; callerKey: string } | undefined;
}): Send {
  const { services, caller, variables, shared } = options;
  return ({ service, query, variables: names, representations }) => {
    let text = '';
    for (const name of names) {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (value !== undefined) text += `${text && ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
    }
    for (const [name, texts] of Object.entries(representations)) text += `${text && ','}"${name}":[${texts.join(',')}]`;
    const body = `{"query":${JSON.stringify(query)},"variables":{${text}}}`;
    const request = {
      query,
      body,
      get variables() {
        return text === '' ? {} : (JSON.parse(`{${text}}`) as JsonObject);
      },
    };
    const send = async (): Promise<SubgraphReply> => {
      const source = services[service];
      if (!source) return { errors: [{ message: `There is no service "${service}".` }] };
      try {
        return ((await source.process({ request, context: caller } as never)) ?? {}) as SubgraphReply;
      } catch (error) {
        return { errors: [{ message: (error as Error).message }] };
      }
    };
    return shared ? shared.inFlight.share(`${service}\n${shared.callerKey}\n${body}`, send) : send();
  };
}
