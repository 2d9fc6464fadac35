import { runService } from '@customerai/service';
import { startAuth } from './start.ts';

await runService('auth', startAuth);
