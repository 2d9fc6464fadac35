import type { Resolvers } from '../generated/resolvers.ts';
import { Model } from './Model.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { TrainingJob } from './TrainingJob.ts';

export const resolvers: Resolvers = { Model, Mutation, Query, TrainingJob };
