import { type CloudEvent, modelTrainingChanged } from '@customerai/events';
import type { Clock, NewId } from '@customerai/service';
import type { TrainingJob } from '../domain/training.ts';

/** What the world hears of a run: how it stands now. */
export function trainingChanged(job: TrainingJob, { newId, clock }: { newId: NewId; clock: Clock }): CloudEvent {
  const { id, tenant, model, status, progress, epoch, metrics } = job;
  const time = clock();
  return modelTrainingChanged.create({
    id: newId(),
    source: 'ai',
    tenant,
    partitionkey: id,
    subject: id,
    time,
    data: { jobId: id, model, status, progress, epoch, ...(metrics ? { metrics } : {}), at: time.toISOString() },
  });
}
