import { runService } from '@customerai/service';
import { startAnalytics } from './start.ts';

await runService('analytics', startAnalytics);
