export const reviews = {
  title: 'Reviews',
  status: 'Where they stand',
  by: 'Decided by {name}',
  decided: 'Decided {from} to {to}',
  added: 'Added {from} to {to}',
  statusBy: '{status} by {name}',
  none: 'No review fits',
  noneText: 'Take away a filter to see more.',
  all: 'Show all reviews',
} as const;
