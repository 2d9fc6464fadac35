import { documents } from '@customerai/sdk';
import type { OperatorClient } from '../client.ts';

interface Page {
  edges: {
    node: {
      label: string;
      modelLabel: string;
      probabilities: Record<string, number>;
      model: { name: string; version: string };
      correctedAt: string;
      interaction: { text: string; redactedText: string; language: string; channel: string } | null;
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
  for (let after: string | null = null; ;) {
    const { sentimentCorrections: page }: { sentimentCorrections: Page } = await client.request<{ sentimentCorrections: Page }>(
      documents.sentimentCorrections.text,
      {
        filter: { consent: true },
        first: 100,
        after,
      },
    );
    for (const { node } of page.edges) {
      const { label, modelLabel, probabilities, model, interaction, correctedAt } = node;
      if (!interaction) continue;
      yield {
        text: redacted ? interaction.redactedText : interaction.text,
        language: interaction.language,
        channel: interaction.channel,
        label: label.toLowerCase(),
        modelLabel: modelLabel.toLowerCase(),
        model: `${model.name}@${model.version}`,
        probabilities,
        correctedAt,
      };
    }
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}
