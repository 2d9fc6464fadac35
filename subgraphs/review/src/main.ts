import { runService } from '@customerai/service';
import { startReview } from './start.ts';

await runService('review', startReview);
