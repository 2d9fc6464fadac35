import type { Resolvers } from '../generated/resolvers.ts';
import { AlertRule } from './AlertRule.ts';
import { Kpis } from './Kpis.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

export const resolvers: Resolvers = { AlertRule, Kpis, Mutation, Query };
