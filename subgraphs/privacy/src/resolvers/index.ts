import type { Resolvers } from '../generated/resolvers.ts';
import { Customer } from './Customer.ts';
import { Interaction } from './Interaction.ts';
import { Mutation } from './Mutation.ts';
import { PrivacyRequest } from './PrivacyRequest.ts';
import { Query } from './Query.ts';
import { RetentionRun } from './RetentionRun.ts';

export const resolvers: Resolvers = { Customer, Interaction, Mutation, PrivacyRequest, Query, RetentionRun };
