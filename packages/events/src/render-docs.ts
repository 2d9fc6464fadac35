import { contractFields } from './contract-fields.ts';
import type { EventContract } from './define-event.ts';

const INTRODUCTION = `# Events

<!-- Generated: node packages/events/src/print-docs.ts > docs/events.md -->

What services tell each other. Each event is a CloudEvents 1.0 envelope in JSON; the tables show its \`data\`.

**Events carry keys and facts, never text, names or any other personal data.** A consumer that needs the words asks their owner, who checks
whether it may have them. So the log is no privacy problem, and an erased customer need not be cut out of it.

| envelope attribute | meaning |
| --- | --- |
| \`id\` | unique for ever; consumers do an effect once for each id |
| \`type\`, \`dataschema\` | what happened, and the version of its contract as \`urn:customerai:<type>:<version>\` |
| \`source\` | the service that says so, \`/customerai/<service>\` |
| \`time\` | when it happened |
| \`tenant\`, \`partitionkey\` | events that share both arrive in the order of publishing; the key is the customer where there is one |
| \`traceparent\` | the W3C trace that led to it, where there was one |

On NATS the subject is \`evt.<type>.<tenant>\`. New optional fields do not change a version; everything else does.
`;

function renderEvent(contract: EventContract<unknown>): string {
  const rows = contractFields(contract).map(({ path, type, required }) => `| \`${path}\` | ${type} | ${required ? 'yes' : 'no'} |`);
  return [
    `## ${contract.type}`,
    '',
    `Version ${contract.version}. ${contract.description}`,
    '',
    '| field | type | always there |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The reference of all events as Markdown. */
export function renderEventDocs(contracts: readonly EventContract<unknown>[]): string {
  const sorted = contracts.toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return [INTRODUCTION, ...sorted.map(renderEvent)].join('\n');
}
