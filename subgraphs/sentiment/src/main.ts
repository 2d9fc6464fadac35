import { runService } from '@customerai/service';
import { startSentiment } from './start.ts';

await runService('sentiment', startSentiment);
