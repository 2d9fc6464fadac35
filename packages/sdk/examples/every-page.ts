import { createClient, isCode, paginate } from '@customerai/sdk';

await using client = createClient({ url: process.env['CUSTOMERAI_URL'] ?? 'http://127.0.0.1:4000' });
await client.signIn({ email: process.env['CUSTOMERAI_EMAIL']!, password: process.env['CUSTOMERAI_PASSWORD']! });

for await (const interaction of paginate((after) => client.interactions({ first: 100, after }))) {
  console.log(interaction.receivedAt, interaction.channel, interaction.sentiment?.label ?? 'not analysed yet');
}

try {
  await client.interactions({ first: 1_000 });
} catch (error) {
  if (isCode(error, 'BAD_USER_INPUT')) console.log(`${error.argument}: ${error.message}`);
  else throw error;
}
