import type { Resolvers } from '../generated/resolvers.ts';
import { ApiClient } from './ApiClient.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Session } from './Session.ts';
import { User } from './User.ts';
import { UserConnection } from './UserConnection.ts';

export const resolvers: Resolvers = { ApiClient, Mutation, Query, Session, User, UserConnection };
