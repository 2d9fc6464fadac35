import { runService } from '@customerai/service';
import { startAi } from './start.ts';

await runService('ai', startAi);
