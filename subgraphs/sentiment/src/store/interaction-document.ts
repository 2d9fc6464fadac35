import type { CollectionOptions, StoredDocument } from '@customerai/store';
import type { Channel, Interaction } from '../domain/interaction.ts';

export interface InteractionDocument extends StoredDocument {
  externalId?: string;
  customerId: string;
  channel: Channel;
  text: string;
  language: string;
  receivedAt: Date;
  /** As JSON: nobody queries it, and callers' keys may have dots and dollars. */
  metadata?: string;
  /** Rides in the interaction, so that the answer, its event and what lists are filtered by are one write. */
  analysis?: Interaction['analysis'];
}

export const interactionCollection: CollectionOptions = {
  fields: {
    externalId: String,
    customerId: { type: String, required: true },
    channel: { type: String, required: true },
    text: { type: String, required: true },
    language: { type: String, required: true },
    receivedAt: { type: Date, required: true },
    metadata: String,
    analysis: { type: Object },
  },
  indexes: [
    [
      { tenant: 1, channel: 1, externalId: 1 },
      { unique: true, partialFilterExpression: { externalId: { $exists: true } } },
    ],
    [{ tenant: 1, _id: 1 }],
    [{ tenant: 1, receivedAt: -1, _id: -1 }],
    [{ tenant: 1, customerId: 1, receivedAt: -1, _id: -1 }],
    [{ tenant: 1, 'analysis.label': 1, receivedAt: -1, _id: -1 }],
    [
      { tenant: 1, 'analysis.id': 1 },
      { unique: true, partialFilterExpression: { 'analysis.id': { $exists: true } } },
    ],
  ],
  outbox: true,
};

export function toDocument(tenant: string, { id, metadata, ...fields }: Interaction): InteractionDocument {
  return { _id: id, tenant, ...fields, ...(metadata ? { metadata: JSON.stringify(metadata) } : {}) };
}

export function toInteraction(document: InteractionDocument): Interaction {
  const { _id, externalId, customerId, channel, text, language, receivedAt, metadata, analysis } = document;
  return {
    id: _id,
    externalId,
    customerId,
    channel,
    text,
    language,
    receivedAt,
    metadata: metadata === undefined ? undefined : JSON.parse(metadata),
    analysis,
  };
}
