import { toToken } from '@customerai/events';
import { z } from 'zod';

/**
 * What a service tells whoever listens at this moment. Nobody keeps it: for what is worth nothing once it is over, and for words, which the event log
 * must not hold.
 */
export interface Topic<Message> {
  /** Also its NATS subject below `live.`, followed by what it is about. */
  readonly name: string;
  readonly message: z.ZodType<Message>;
}

/** The tenant, then the thing: listeners hear of that one alone. */
export type About = readonly [tenant: string, ...ids: string[]];

const defineTopic = <Message>(topic: Topic<Message>): Topic<Message> => topic;

/** A draft of an interaction, piece by piece; `index` 0 begins anew. The last one has no text, and the stored draft's id. About [tenant, interaction]. */
export const responseWriting = defineTopic({
  name: 'response.writing',
  message: z.object({
    interactionId: z.string(),
    index: z.int().min(0),
    text: z.string(),
    done: z.boolean(),
    responseId: z.string().optional(),
  }),
});
export type ResponsePiece = z.infer<typeof responseWriting.message>;

/** The figures of a tenant are others than before. About [tenant]. */
export const analyticsFigures = defineTopic({ name: 'analytics.figures', message: z.object({ at: z.iso.datetime() }) });

export const subjectOf = ({ name }: Pick<Topic<unknown>, 'name'>, about: About): string => ['live', name, ...about.map(toToken)].join('.');
