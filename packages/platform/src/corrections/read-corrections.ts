import type { OperatorClient } from '../client.ts';

const query = (text: string) => `query($after: String) { sentimentCorrections(filter: { consent: true }, first: 100, after: $after) {
  edges { node { label modelLabel probabilities { negative neutral positive } model { name version } correctedAt interaction { ${text} language channel } } }
  pageInfo { hasNextPage endCursor }
} }`;

interface Page {
  edges: {
    node: {
      label: string;
      modelLabel: string;
      probabilities: Record<string, number>;
      model: { name: string; version: string };
      correctedAt: string;
      interaction: { text: string; language: string; channel: string } | null;
    };
  }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** A labelled text, as training reads it. Labels are those of the model's metadata: negative, neutral, positive. */
export interface LabelledText {
  text: string;
  label: string;
  language: string;
  channel: string;
  /** What the model had said, and which one. */
  modelLabel: string;
  probabilities: Record<string, number>;
  model: string;
  correctedAt: string;
}

/** Corrections of customers who agreed, the newest first. Those whose message is gone are left out. `redacted`: personal data is hidden. */
export async function* readCorrections(
  client: Pick<OperatorClient, 'request'>,
  { redacted = false }: { redacted?: boolean } = {},
): AsyncGenerator<LabelledText> {
  const document = query(redacted ? 'text: redactedText' : 'text');
  for (let after: string | null = null; ;) {
    const { sentimentCorrections: page } = (await client.request(document, { after })) as { sentimentCorrections: Page };
    for (const { node } of page.edges) {
      if (!node.interaction) continue;
      const { label, modelLabel, model, interaction, ...rest } = node;
      yield { ...interaction, label: label.toLowerCase(), modelLabel: modelLabel.toLowerCase(), model: `${model.name}@${model.version}`, ...rest };
    }
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}
