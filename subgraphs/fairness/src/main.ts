import { runService } from '@customerai/service';
import { startFairness } from './start.ts';

await runService('fairness', startFairness);
