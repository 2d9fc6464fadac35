/** Prints the reference of all events: `node packages/events/src/print-docs.ts > docs/events.md`. */
import { eventContracts } from './contracts/index.ts';
import { renderEventDocs } from './render-docs.ts';

process.stdout.write(renderEventDocs(eventContracts));
