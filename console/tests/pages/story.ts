/** One message of the story, as `submitInteractions` takes it. */
export interface StoryMessage {
  externalId: string;
  customerId: string;
  customerName: string;
  channel: string;
  text: string;
  receivedAt: string;
}

const ANGRY = [
  'My parcel is late again and nobody answers. I am furious.',
  'The {thing} broke after two days. Terrible quality, I want my money back.',
  'I was charged twice for the {thing}. This is outrageous, call me on +44 20 7946 0958.',
  'Worst support ever. Forty minutes on hold and then they hung up on me.',
  'The {thing} arrived shattered. I am so disappointed and angry.',
];
const CALM = [
  'Hello, when will the {thing} be in stock again?',
  'How do I reset my password? The link in the mail says it expired.',
  'Please change the delivery address of my order to my office.',
  'Can I return the {thing} if I have opened the box? Write to me at {mail}.',
  'I would like an invoice for the {thing}, please.',
];
const HAPPY = [
  'The {thing} is wonderful, even more beautiful than in the pictures. I love it!',
  'Thank you so much, your support solved it in five minutes. Great service!',
  'Perfectly packed and a day early. Very happy with the {thing}.',
  'Amazing quality. I will certainly order again, thank you!',
];
const THINGS = ['brass lamp', 'blender', 'rain jacket', 'coffee mill', 'desk chair', 'tea pot', 'headphones', 'bike light'];
const FIRST = ['Ada', 'Bruno', 'Carla', 'David', 'Elena', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kira', 'Luis', 'Maya', 'Nils', 'Olga', 'Pedro'];
const LAST = ['Andersen', 'Baker', 'Costa', 'Dietrich', 'Evans', 'Fischer', 'Garcia', 'Horvat', 'Ivanova', 'Jensen'];
const CHANNELS = ['EMAIL', 'EMAIL', 'EMAIL', 'CHAT', 'CHAT', 'TICKET', 'REVIEW', 'SOCIAL', 'PHONE', 'SURVEY'];
const DAY = 86_400_000;

/** A small generator (mulberry32), so that the same seed tells the same story. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Made-up messages of the `days` before `end`, oldest first: quiet weekends, office hours, and eight days before the end a bad week of late parcels,
 * so that a chart has something to show.
 */
export function tellStory({ count, days, end, seed = 7 }: { count: number; days: number; end: Date; seed?: number }): StoryMessage[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const messages: StoryMessage[] = [];
  while (messages.length < count) {
    const at = new Date(end.getTime() - random() * days * DAY);
    const weekend = at.getUTCDay() % 6 === 0;
    const night = at.getUTCHours() < 7 || at.getUTCHours() > 20;
    if (random() > (weekend ? 0.4 : 1) * (night ? 0.25 : 1)) continue;
    const daysAgo = (end.getTime() - at.getTime()) / DAY;
    const badWeek = daysAgo > 5 && daysAgo < 9;
    const mood = random();
    const lines = mood < (badWeek ? 0.85 : 0.22) ? ANGRY : mood < 0.68 ? CALM : HAPPY;
    const first = pick(FIRST);
    const last = pick(LAST);
    const id = `${first}-${last}`.toLowerCase();
    const second = random() < 0.35 ? ` ${pick(lines)}` : '';
    messages.push({
      externalId: `story-${seed}-${messages.length}`,
      customerId: id,
      customerName: `${first} ${last}`,
      channel: pick(CHANNELS),
      text: `${pick(lines)}${second}`.replaceAll('{thing}', pick(THINGS)).replaceAll('{mail}', `${id}@example.net`),
      receivedAt: at.toISOString(),
    });
  }
  return messages.sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
}
