import { documents } from '@customerai/sdk';
import { parseConfig } from '../config.ts';
import { openOperatorClient } from '../client.ts';
import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';

interface Message {
  channel: string;
  customerId: string;
  customerName: string;
  text: string;
}

const demoFile = (name: string) => readFileSync(new URL(`../../demo/${name}`, import.meta.url), 'utf8');

interface Sentiment {
  sentimentAnalyzed: { label: string; score: number; interaction: { id: string; channel: string; customer: { name: string } } };
}
interface Draft {
  responseGenerated: { id: string; groundedness: number; interaction: { id: string } };
}
interface Review {
  reviewQueueUpdated: {
    change: string;
    openCount: number;
    item: { priority: string; reasons: string[]; interaction: { id: string; customer: { name: string } }; response: { text: string } };
  };
}

const QUIET_MS = 20_000;

/** Plays the sample: writes the knowledge base, sends each message, and prints what two live subscriptions tell. Resolves with the exit code. */
export async function demo({ rate }: { rate: number }): Promise<number> {
  await using client = await openOperatorClient(parseConfig(process.env).dataDir);
  const articles = JSON.parse(demoFile('articles.json')) as object[];
  const messages = demoFile('interactions.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Message);

  for (const input of articles) await client.request(documents.upsertKnowledgeArticle.text, { input });
  print(`${articles.length} knowledge articles written; playing ${messages.length} messages, ${rate} a second. Live from three subscriptions:\n`);

  const seen = { analysed: new Set<string>(), drafted: new Set<string>(), reviews: new Set<string>() };
  const mine = new Set<string>();
  const labels: Record<string, number> = {};
  let lastNews = Date.now();
  const news = () => (lastNews = Date.now());

  client.subscribe<Sentiment>(documents.sentimentAnalyzed.text, ({ sentimentAnalyzed: { label, score, interaction } }) => {
    news();
    seen.analysed.add(interaction.id);
    labels[label] = (labels[label] ?? 0) + 1;
    print(`${colour(label)} ${score.toFixed(2).padStart(5)}  ${interaction.channel.padEnd(7)}${interaction.customer.name}`);
  });
  client.subscribe<Draft>(documents.responseGenerated.text, ({ responseGenerated: { interaction } }) => {
    news();
    seen.drafted.add(interaction.id);
  });
  client.subscribe<Review>(documents.reviewQueueUpdated.text, ({ reviewQueueUpdated: { change, openCount, item } }) => {
    if (change !== 'ADDED') return;
    news();
    seen.reviews.add(item.interaction.id);
    const draft = item.response.text.replaceAll(/\s+/g, ' ').slice(0, 70);
    print(
      styleText(
        'dim',
        `         review ${item.priority.padEnd(7)}${item.interaction.customer.name}: ${item.reasons.join(', ')}  (${openCount} open)  "${draft}..."`,
      ),
    );
  });

  const run = Date.now().toString(36);
  for (const [index, message] of messages.entries()) {
    const input = { ...message, externalId: `demo-${run}-${index}`, metadata: { demo: true } };
    const { submitInteraction } = await client.request<{ submitInteraction: { id: string } }>(documents.submitInteraction.text, { input });
    mine.add(submitInteraction.id);
    await pause(1000 / rate);
  }
  const done = () => [...mine].every((id) => seen.analysed.has(id) && seen.drafted.has(id));
  while (!done() && Date.now() - lastNews < QUIET_MS) await pause(100);
  await pause(500); // reviews follow their drafts by a few milliseconds

  const count = (ids: Set<string>) => [...mine].filter((id) => ids.has(id)).length;
  print(
    `\n${mine.size} messages: ${count(seen.analysed)} analysed (${Object.entries(labels)
      .map(([label, n]) => `${n} ${label.toLowerCase()}`)
      .join(', ')}), ${count(seen.drafted)} drafts, ${count(seen.reviews)} for review.`,
  );
  if (!done()) {
    print(`Not everything came through within ${QUIET_MS / 1000} s; the log of the platform says why.`);
    return 1;
  }
  print(
    `\nLook at them in the console, ${client.url}/review, or ask for them in the explorer, ${client.url}/explorer: the window "reviewer" has the queries.`,
  );
  return 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function colour(label: string): string {
  const style = label === 'NEGATIVE' ? 'red' : label === 'POSITIVE' ? 'green' : 'gray';
  return styleText(style, label.padEnd(8));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
