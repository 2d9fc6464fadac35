import type { Resolvers } from '../generated/resolvers.ts';
import { Customer } from './Customer.ts';
import { Interaction } from './Interaction.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { ReanalysisPage } from './ReanalysisPage.ts';
import { SentimentAnalysis } from './SentimentAnalysis.ts';
import { SentimentCorrection } from './SentimentCorrection.ts';
import { SentimentPoint } from './SentimentPoint.ts';

export const resolvers: Resolvers = {
  Customer,
  Interaction,
  Mutation,
  Query,
  ReanalysisPage,
  SentimentAnalysis,
  SentimentCorrection,
  SentimentPoint,
};
