import { percentile, printTable } from './figures.ts';
import { startPlatformProcess, withDataDir } from './platform-process.ts';

const NEW = 400;
const KNOWN = 1_600; // one in a hundred is a handful of four hundred
const WARM_UP = 60;
/**
 * So many texts at once, until V8 has compiled what answers them. As long as it compiles, its threads now and then take the processor from the one that answers
 * for 3 ms, although another is idle (the scheduler has them begin where they are woken): one in fifty known texts waits for that.
 */
const COMPILED_AFTER = 3_000;
const PAUSE_MS = 40; // light load: the model is idle when the next text comes

const QUERY = `query($text: String!) { analyzeSentiment(text: $text) { id label score confidence probabilities { negative neutral positive } emotions { emotion score } model { name version } } }`;

const openings = ['I ordered', 'We bought', 'My sister got', 'Last week I picked', 'Your shop sent me', 'I have been using'];
const things = [
  'a pair of running shoes',
  'the blue winter coat',
  'a coffee machine',
  'two concert tickets',
  'a phone case',
  'the large family tent',
];
const events = [
  'the parcel came eleven days late and nobody answered my mails',
  'the quality is far better than I expected for that price',
  'the box was open and one part is missing',
  'support solved it within the hour, which I did not expect',
  'the size does not fit and the return label does not print',
];
const endings = ['Please tell me what happens next.', 'I am really disappointed.', 'Thank you so much!', 'Is that normal?', 'I want my money back.'];

/** A message of some 32 tokens; each number gives another one. */
const textOf = (n: number) =>
  `${openings[n % openings.length]} ${things[n % things.length]} with order ${10_000 + n}, and ${events[n % events.length]}. ${endings[n % endings.length]}`;

/** One text at a time through the public door of the all-in-one, as a client measures it: new to the model, and answered from the cache. */
export async function run(): Promise<void> {
  await withDataDir(async (dataDir) => {
    await using platform = await startPlatformProcess(dataDir);
    let model = '';
    const analyse = async (text: string): Promise<number> => {
      const begin = performance.now();
      const response = await fetch(`${platform.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${platform.token}` },
        body: JSON.stringify({ query: QUERY, variables: { text } }),
      });
      const { data, errors } = (await response.json()) as { data?: { analyzeSentiment: any }; errors?: { message: string }[] };
      if (errors) throw new Error(errors[0]!.message);
      model = `${data!.analyzeSentiment.model.name} ${data!.analyzeSentiment.model.version}`;
      return performance.now() - begin;
    };
    const measure = async (count: number): Promise<number[]> => {
      const times: number[] = [];
      for (let n = 0; n < count + WARM_UP; n++) {
        const time = await analyse(textOf(n % (NEW + WARM_UP)));
        if (n >= WARM_UP) times.push(time);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      return times;
    };
    const uncached = await measure(NEW);
    const early = await measure(KNOWN);
    for (let n = 0; n < COMPILED_AFTER; n++) await analyse(textOf(n % NEW));
    const cached = await measure(KNOWN);
    const row = (name: string, floor: string, times: readonly number[]) => [
      name,
      times.length,
      floor,
      ...[0.5, 0.95, 0.99].map((share) => percentile(times, share)),
    ];
    printTable(
      [`analyzeSentiment, texts one by one, model ${model}`, 'texts', 'floor', 'p50 (ms)', 'p95 (ms)', 'p99 (ms)'],
      [
        row('new to the model', 'p95 at most 40', uncached),
        row('answered from the cache, soon after the start', '', early),
        row(`answered from the cache, ${COMPILED_AFTER.toLocaleString('en')} later`, 'p99 at most 5', cached),
      ],
    );
  });
}
