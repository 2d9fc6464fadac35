export const interactions = {
  title: 'Interactions',
} as const;
