const COMPLAINTS = [
  'I was charged twice for my order. Please refund the second charge. My card is 4111 1111 1111 1111.',
  'Where is my parcel? It is eleven days late and nobody answers. I am furious.',
  'The lamp broke after one day. Terrible quality, I want to return it. Write to me at jane@example.com.',
  'Your website keeps logging me out and I hate it. This is a terrible experience, I want my money back.',
];

/** Messages that a person must look at, no two the same. */
export const complaints = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${COMPLAINTS[index % COMPLAINTS.length]} Order ${1000 + index}.`);
