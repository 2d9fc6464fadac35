import type { BaseContext, Clock, NewId } from '@customerai/service';
import type { SearchIndex } from './search/search-index.ts';
import type { Follower } from './serving/follow-versions.ts';
import type { ModelService } from './serving/model-service.ts';
import type { DeploymentStore } from './store/deployments.ts';
import type { ModelRepository } from './store/model-repository.ts';
import type { TrainingStore } from './store/training.ts';
import type { Shelf } from './serving/shelf.ts';

/** Process life. */
export interface Deps {
  /** The model that the platform asks. */
  model: ModelService;
  repository: ModelRepository;
  deployments: DeploymentStore;
  /** Brings this process to what others of the service did. */
  follower: Follower;
  shelf: Shelf;
  search: SearchIndex;
  training: TrainingStore;
  clock: Clock;
  newId: NewId;
}

/** Request life. */
export interface Context extends BaseContext, Deps {}
