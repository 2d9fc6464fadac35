import type { Resolvers } from '../generated/resolvers.ts';
import { Customer } from './Customer.ts';
import { Interaction } from './Interaction.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { SentimentAnalysis } from './SentimentAnalysis.ts';

export const resolvers: Resolvers = { Customer, Interaction, Mutation, Query, SentimentAnalysis };
