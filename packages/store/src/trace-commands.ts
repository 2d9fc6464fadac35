import { type OpenSpan, openSpan } from '@customerai/telemetry';
import type { Connection } from 'mongoose';

interface CommandEvent {
  requestId: number;
  commandName: string;
  command: Record<string, unknown>;
}

/** What the driver does for itself. */
const HOUSEKEEPING = new Set(['hello', 'ismaster', 'ping', 'endSessions', 'saslStart', 'saslContinue', 'buildInfo']);

/**
 * A span for every command that the driver sends, below the work that asked for it; names of collections and commands only, for the rest of a command
 * quotes documents. By the driver's own events (Command Monitoring), so that it holds for mongoose's queries and the relay's direct ones alike.
 */
export function traceCommands(connection: Connection, database: string): void {
  const running = new Map<number, OpenSpan>();

  connection.once('connected', () => {
    const client = connection.getClient();
    client.on('commandStarted', ({ requestId, commandName, command }: CommandEvent) => {
      if (HOUSEKEEPING.has(commandName)) return;
      const collection = String(command[commandName === 'getMore' ? 'collection' : commandName] ?? '');
      const attributes = {
        'db.system.name': 'mongodb',
        'db.namespace': database,
        'db.operation.name': commandName,
        'db.collection.name': collection,
      };
      const span = openSpan(`${commandName} ${collection}`, { kind: 'client', service: database, attributes, onlyInside: true });
      if (span.recording) running.set(requestId, span);
    });
    const end = (requestId: number, failure?: string) => {
      const span = running.get(requestId);
      if (!span) return;
      running.delete(requestId);
      if (failure !== undefined) span.fail(failure);
      span.end();
    };
    client.on('commandSucceeded', ({ requestId }: CommandEvent) => end(requestId));
    client.on('commandFailed', ({ requestId, failure }: CommandEvent & { failure: Error }) => end(requestId, failure.name));
  });
}
