import { runService } from '@customerai/service';
import { startAnalytics } from './start.ts';

// A supervisor that makes a backup asks for a copy of the warehouse.
await runService('analytics', startAnalytics, (service) => ({ snapshot: (directory: string) => service.snapshot!(directory) }));
