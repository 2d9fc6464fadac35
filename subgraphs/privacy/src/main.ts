import { runService } from '@customerai/service';
import { startPrivacy } from './start.ts';

await runService('privacy', startPrivacy);
