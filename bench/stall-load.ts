// The load of the stall benchmark, in a process of its own: four callers that keep asking for 64 analyses. Tells its parent how many it got.
const words = 'the parcel came late and broken but your team was kind quick and helpful so i would order again never ever thank you'.split(' ');

/** 64 texts of 32 words, different at each call, so that no cache helps. */
export function textsOf(seed: number): string[] {
  return Array.from(
    { length: 64 },
    (_, index) =>
      Array.from({ length: 32 }, (_, word) => words[(seed * 7 + index * 13 + word * (index + 3)) % words.length]).join(' ') + ` ${seed} ${index}`,
  );
}

if (process.send) {
  const { URL: url, TOKEN: token, SECONDS: seconds } = process.env;
  const end = performance.now() + Number(seconds) * 1000;
  let texts = 0;
  await Promise.all(
    Array.from({ length: 4 }, async (_, caller) => {
      for (let round = 0; performance.now() < end; round++) {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({
            query: 'query($texts: [String!]!) { analyzeSentiments(texts: $texts) { label score } }',
            variables: { texts: textsOf(caller * 1_000_003 + round) },
          }),
        });
        const { data } = (await response.json()) as { data?: { analyzeSentiments: unknown[] } };
        texts += data?.analyzeSentiments.length ?? 0;
      }
    }),
  );
  process.send(texts);
  process.disconnect();
}
