export const insight = {
  title: 'Insight',
} as const;
