export const review = {
  title: 'Live review',
} as const;
