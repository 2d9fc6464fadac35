import { GraphQLDateTime, GraphQLDuration, GraphQLJSON } from 'graphql-scalars';

/** Resolvers of the scalars that every subgraph may declare: `DateTime` (ISO 8601, a `Date` inside), `Duration` (ISO 8601), `JSON`. */
export const scalars = { DateTime: GraphQLDateTime, Duration: GraphQLDuration, JSON: GraphQLJSON };

/** Milliseconds as an ISO 8601 duration, to the millisecond: 90500 is `PT1M30.5S`. */
export function toDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds) / 1000;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Math.round((seconds % 60) * 1000) / 1000;
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, (rest || seconds < 1) && `${rest}S`].filter(Boolean);
  return `PT${parts.join('') || '0S'}`;
}
