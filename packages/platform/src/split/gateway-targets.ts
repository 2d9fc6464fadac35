import type { Child } from './child.ts';

/** Longer than the slowest request may take: switching waits for the requests under way. */
const SWITCH_MS = 35_000;

/** Tells the gateways, mostly one, where each service is. */
export interface GatewayTargets {
  /** The service is there from now on. Resolves when no request is under way to where it was before. */
  set(service: string, url: string): Promise<void>;
  /** Requests to the service wait. Resolves when none is under way. */
  hold(service: string): Promise<void>;
  /** A gateway that takes requests from now on; it may have missed what changed since it was started. */
  join(gateway: Child): Promise<void>;
  leave(gateway: Child): void;
  /** SUBGRAPH_URLS. */
  asText(): string;
}

export function createGatewayTargets(): GatewayTargets {
  const urls = new Map<string, string>();
  const held = new Set<string>();
  const gateways = new Set<Child>();

  const tell = async (gateway: Child, name: string) => {
    const url = urls.get(name);
    try {
      await (held.has(name) || !url ? gateway.ask('hold', { name }, SWITCH_MS) : gateway.ask('target', { name, url }, SWITCH_MS));
    } catch (error) {
      // One that has ended asks for nothing; its successor is told everything when it joins.
      if (gateways.has(gateway)) throw error;
    }
  };
  const tellAll = async (name: string) => void (await Promise.all([...gateways].map((gateway) => tell(gateway, name))));

  return {
    set: (service, url) => {
      urls.set(service, url);
      held.delete(service);
      return tellAll(service);
    },
    hold: (service) => {
      held.add(service);
      return tellAll(service);
    },
    join: async (gateway) => {
      gateways.add(gateway);
      void gateway.exited.then(() => gateways.delete(gateway));
      await Promise.all([...urls.keys()].map((name) => tell(gateway, name)));
    },
    leave: (gateway) => void gateways.delete(gateway),
    asText: () => [...urls].map(([name, url]) => `${name}=${url}`).join(','),
  };
}
