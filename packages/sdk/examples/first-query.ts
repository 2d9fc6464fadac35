import { createClient } from '@customerai/sdk';

await using client = createClient({ url: process.env['CUSTOMERAI_URL'] ?? 'http://127.0.0.1:4000' });
await client.signIn({ email: process.env['CUSTOMERAI_EMAIL']!, password: process.env['CUSTOMERAI_PASSWORD']! });

const analysis = await client.analyzeSentiment({ text: 'The parcel came a day early. I love it!' });
console.log(analysis.label, analysis.score.toFixed(2));
