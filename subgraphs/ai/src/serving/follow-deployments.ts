import { type EventBus, INSTALLATION, modelDeployed } from '@customerai/events';
import type { Logger } from '@customerai/service';
import type { DeploymentStore } from '../store/deployments.ts';
import type { ModelService } from './model-service.ts';

/** Keeps this process at the deployment that the store has, whichever process changed it. */
export async function followDeployments(bus: EventBus, deployments: DeploymentStore, model: ModelService, log: Logger): Promise<AsyncDisposable> {
  const stop = new AbortController();
  const events = await bus.tail({ types: [modelDeployed.type], tenant: INSTALLATION, signal: stop.signal });
  const following = (async () => {
    for await (const { event } of events) {
      try {
        if (modelDeployed.parse(event).data.model.name !== model.name) continue;
        // The store, not the event: of two changes in a row the second is what holds.
        const kept = await deployments.find(model.name);
        if (kept) await model.apply(kept.state);
      } catch (error) {
        log.error({ err: error, model: model.name }, 'a deployment cannot be followed; this process goes on with the versions that it has');
      }
    }
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) log.error({ err: error }, 'deployments are no longer followed');
  });
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await following;
    },
  };
}
