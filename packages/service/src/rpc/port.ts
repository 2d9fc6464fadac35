import { z } from 'zod';

/** A synchronous question that one service answers for the others, typed at both ends. */
export interface Port<Input, Output> {
  /** `<service>.<verb or noun>`, also its NATS subject below `rpc.`. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
}

const definePort = <Input, Output>(port: Port<Input, Output>): Port<Input, Output> => port;

const sentiment = z.object({
  label: z.enum(['NEGATIVE', 'NEUTRAL', 'POSITIVE']),
  score: z.number(),
  confidence: z.number(),
});

/** One stored interaction with its customer's words; null when the tenant has none of that id. */
export const sentimentInteraction = definePort({
  name: 'sentiment.interaction',
  input: z.object({ tenant: z.string(), interactionId: z.string() }),
  output: z
    .object({
      id: z.string(),
      customerId: z.string(),
      customerName: z.string().optional(),
      channel: z.enum(['EMAIL', 'CHAT', 'PHONE', 'SOCIAL', 'REVIEW', 'SURVEY', 'TICKET']),
      language: z.string(),
      text: z.string(),
      receivedAt: z.iso.datetime(),
      sentiment: sentiment.optional(),
    })
    .nullable(),
});
export type StoredInteraction = NonNullable<z.infer<typeof sentimentInteraction.output>>;

/** Hides personal data. `names`: known names to hide as well. Fails rather than pass anything on unchecked. */
export const privacyRedact = definePort({
  name: 'privacy.redact',
  input: z.object({ tenant: z.string(), text: z.string(), language: z.string().optional(), names: z.array(z.string()).optional() }),
  output: z.object({ text: z.string(), types: z.array(z.string()) }),
});

/** Sentiment and emotions of texts, in their order, by the live model. At most 512 texts. */
export const aiClassify = definePort({
  name: 'ai.classify',
  input: z.object({ texts: z.array(z.string()).max(512) }),
  output: z.object({
    model: z.object({ name: z.string(), version: z.string(), languages: z.array(z.string()) }),
    results: z.array(
      z.object({
        probabilities: z.object({ negative: z.number(), neutral: z.number(), positive: z.number() }),
        emotions: z.array(z.object({ emotion: z.string(), score: z.number() })),
      }),
    ),
  }),
});

/** The public keys that access tokens are verified with (RFC 7517). */
export const authKeys = definePort({
  name: 'auth.keys',
  input: z.object({}),
  output: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
});

/** A secret that every gateway of the installation shares, base64url: stream cursors are authenticated with it. */
export const authCursorKey = definePort({
  name: 'auth.cursor-key',
  input: z.object({}),
  output: z.object({ key: z.string().min(43) }),
});

/** A person of the tenant and what they may do; null when the tenant has none of that id. */
export const authUser = definePort({
  name: 'auth.user',
  input: z.object({ tenant: z.string(), userId: z.string() }),
  output: z.object({ id: z.string(), scopes: z.array(z.string()), disabled: z.boolean() }).nullable(),
});

/** The final decision on a review item, with the text as the reviewer left it (EDIT only); null while there is none. */
export const reviewDecision = definePort({
  name: 'review.decision',
  input: z.object({ tenant: z.string(), reviewItemId: z.string() }),
  output: z.object({ action: z.enum(['APPROVE', 'EDIT', 'REJECT']), editedText: z.string().optional() }).nullable(),
});
