import { runService } from '@customerai/service';
import { startGeneration } from './start.ts';

await runService('generation', startGeneration);
