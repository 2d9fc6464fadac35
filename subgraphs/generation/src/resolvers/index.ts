import type { Resolvers } from '../generated/resolvers.ts';
import { Citation } from './Citation.ts';
import { GeneratedResponse } from './GeneratedResponse.ts';
import { Interaction } from './Interaction.ts';
import { KnowledgeArticle } from './KnowledgeArticle.ts';
import { KnowledgeArticleConnection } from './KnowledgeArticleConnection.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

export const resolvers: Resolvers = { Citation, GeneratedResponse, Interaction, KnowledgeArticle, KnowledgeArticleConnection, Mutation, Query };
