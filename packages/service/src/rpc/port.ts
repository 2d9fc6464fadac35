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

/** A tenant's interactions, newest first: `next` of one page is `after` of the following, absent behind the last. */
export const sentimentInteractions = definePort({
  name: 'sentiment.interactions',
  input: z.object({ tenant: z.string(), first: z.number().int().min(1).max(100), after: z.string().optional() }),
  output: z.object({ items: z.array(z.object({ id: z.string(), customerId: z.string(), text: z.string() })), next: z.string().optional() }),
});

/** Knowledge articles by `ids`, or those that changed after a revision of the tenant, in the order of their revisions, deleted ones too. */
export const generationArticles = definePort({
  name: 'generation.articles',
  input: z.object({
    tenant: z.string(),
    ids: z.array(z.string()).max(100).optional(),
    after: z.number().int().optional(),
    first: z.number().int().min(1).max(100),
  }),
  output: z.object({
    changes: z.array(z.object({ id: z.string(), title: z.string(), body: z.string(), revision: z.number(), deleted: z.boolean() })),
  }),
});

/** Hides personal data. `names`: known names to hide as well. Fails rather than pass anything on unchecked. */
export const privacyRedact = definePort({
  name: 'privacy.redact',
  input: z.object({ tenant: z.string(), text: z.string(), language: z.string().optional(), names: z.array(z.string()).optional() }),
  output: z.object({ text: z.string(), types: z.array(z.string()) }),
});

/** A page of an export for whoever has a link to it; the first comes without `after`, the last has no `next`. */
export const privacyExport = definePort({
  name: 'privacy.export',
  input: z.object({ link: z.string(), after: z.string().optional() }),
  output: z.object({
    about: z.object({ requestId: z.string(), customerId: z.string(), requestedAt: z.string() }).optional(),
    service: z.string(),
    records: z.array(z.object({ kind: z.string(), data: z.record(z.string(), z.unknown()) })),
    next: z.string().optional(),
  }),
});

/** A model that answers, and what it reads (ISO 639-1). */
const answeringModel = z.object({ name: z.string(), version: z.string(), languages: z.array(z.string()) });

/** `interactive`: somebody waits. `backfill`: gives way to those who do, and never starves. */
const priority = z.enum(['interactive', 'backfill']);

const analysisPart = z.enum(['sentiment', 'emotions', 'intents', 'aspects', 'entities']);
export type AnalysisPart = z.infer<typeof analysisPart>;

/** One text that got no answer, while its neighbours did. */
const failedItem = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type FailedItem = z.infer<typeof failedItem>;

/** Offsets count UTF-16 units of the text as it was given, `end` exclusive: `text.slice(start, end)`. */
const span = { start: z.number().int(), end: z.number().int(), score: z.number() };

const analysis = z.object({
  /** The model's version that answered this text: a canary may answer some. */
  version: z.string(),
  /** Windows the text was read in; more than 1 for a long one. */
  windows: z.number().int(),
  /** Always false as long as every text is read to its end; part of the answer so that nothing is ever cut in silence. */
  truncated: z.boolean(),
  probabilities: z.object({ negative: z.number(), neutral: z.number(), positive: z.number() }).optional(),
  /** The emotions that reach the model's own threshold for them, strongest first. */
  emotions: z.array(z.object({ emotion: z.string(), score: z.number() })).optional(),
  /** The best label of each of the model's sets of intents (`intent`, `intent_banking77` ...). */
  intents: z.array(z.object({ set: z.string(), label: z.string(), score: z.number() })).optional(),
  /** What is spoken of and how: terms in the order of the text, with the polarity `NEGATIVE`, `NEUTRAL` or `POSITIVE` and its probability. */
  aspects: z.array(z.object({ ...span, label: z.enum(['NEGATIVE', 'NEUTRAL', 'POSITIVE']) })).optional(),
  /** Personal data in the order of the text, by the model's types (`PERSON`, `LOCATION` ...). */
  entities: z.array(z.object({ ...span, type: z.string() })).optional(),
});
export type Analysis = z.infer<typeof analysis>;

/**
 * What the live model says of texts, in their order; of each the wanted parts that the model has. At most 512 texts. No texts asks which model is live.
 * RATE_LIMITED with `retryAfter` when the model's queue is full.
 */
export const aiAnalyze = definePort({
  name: 'ai.analyze',
  input: z.object({
    texts: z.array(z.string()).max(512),
    /** Default: sentiment and emotions. */
    parts: z.array(analysisPart).optional(),
    /** Default: `interactive`. */
    priority: priority.optional(),
    /** A certain deployed version instead of the one that the traffic is routed to. */
    version: z.string().optional(),
  }),
  output: z.object({ model: answeringModel, results: z.array(z.union([analysis, failedItem])) }),
});

/** Texts as vectors of length 1, in their order; likeness is their dot product. At most 64 texts. */
export const aiEmbed = definePort({
  name: 'ai.embed',
  input: z.object({ texts: z.array(z.string()).max(64), priority: priority.optional() }),
  output: z.object({ model: answeringModel, results: z.array(z.union([z.object({ vector: z.array(z.number()) }), failedItem])) }),
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

/** An access token for an API client that proves who it is; `error` is a code of RFC 6749, 5.2. RATE_LIMITED with `retryAfter` after wrong secrets. */
export const authClientToken = definePort({
  name: 'auth.client-token',
  input: z.object({ clientId: z.string(), clientSecret: z.string(), scope: z.string().optional() }),
  output: z.union([
    z.object({ accessToken: z.string(), expiresIn: z.number().int(), scopes: z.array(z.string()) }),
    z.object({ error: z.enum(['invalid_client', 'invalid_scope']) }),
  ]),
});

/** A piece of an exported report, for whoever holds its signed link; `size` is the whole file's. FORBIDDEN for a forged link, NOT_FOUND for an expired one. */
export const analyticsExport = definePort({
  name: 'analytics.export',
  input: z.object({ tenant: z.string(), file: z.string(), expires: z.number(), signature: z.string(), offset: z.number().int().min(0) }),
  output: z.object({ bytes: z.base64(), size: z.number().int(), contentType: z.string() }),
});

/** The interactions of items that somebody holds a lease of right now. */
export const reviewHeld = definePort({
  name: 'review.held',
  input: z.object({ tenant: z.string() }),
  output: z.object({ interactionIds: z.array(z.string()) }),
});

/** The final decision on a review item, with the text as the reviewer left it (EDIT only); null while there is none. */
export const reviewDecision = definePort({
  name: 'review.decision',
  input: z.object({ tenant: z.string(), reviewItemId: z.string() }),
  output: z.object({ action: z.enum(['APPROVE', 'EDIT', 'REJECT']), editedText: z.string().optional() }).nullable(),
});
