import type { Identity } from '../auth/access-tokens.ts';
import type { Response } from 'express';

/** What the gateway knows of one HTTP exchange, kept in `response.locals`. */
export interface Exchange {
  traceId: string;
  identity: Identity;
}

export const exchangeOf = (response: Response): Exchange => response.locals as Exchange;

/** A way of saying no, GraphQL's or HTTP's: the two doors differ in nothing else. */
export type Refuse = (response: Response, refusal: Refusal) => void;

export interface Refusal {
  status: number;
  code: string;
  message: string;
  details?: Record<string, unknown>;
}

/** Answers in the shape of a GraphQL error. */
export const refuseAsGraphql: Refuse = (response, { status, code, message, details = {} }) => {
  const { traceId } = exchangeOf(response);
  response.status(status).json({ errors: [{ message, extensions: { code, ...details, traceId } }] });
};
