export const tryIt = {
  title: 'Try it',
  lead: 'What the platform makes of a text, while you type. Nothing is stored.',
  text: 'A text',
  hint: 'Paste what a customer wrote',
  examples: 'Examples',
  sampleNames: { complaint: 'Complaint', question: 'Question', praise: 'Praise' },
  samples: {
    complaint:
      'I have been a customer for nine years. My parcel is eleven days late and nobody answers. This is the third time I write, I am furious! Call me on +44 20 7946 0958 or write to mara@example.com.',
    question: 'Hello, how do I return a lamp? I have opened the box. My order was paid with 4111 1111 1111 1111.',
    praise: 'Thank you so much for the quick help! The new lamp is wonderful. I was worried at first, but your team was great.',
  },
  took: 'answered in {ms} ms, {characters} characters',
  sentences: 'Sentence by sentence',
  personal: 'Personal data',
  risk: '{count} found, risk if leaked {risk}',
  nothing: 'Write something.',
  notAllowed: 'Your roles do not allow looking for personal data (privacy:read).',
} as const;
