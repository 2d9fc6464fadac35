import { Skeleton, Typography } from '@mantine/core';
import { lazy, Suspense } from 'react';

const Markdown = lazy(() => import('./markdown.tsx'));

/** A model's card. Its Markdown becomes elements; HTML in it stays text, and its reader is loaded when a card is opened. */
export function ModelCard({ markdown }: { markdown: string }) {
  return (
    <Suspense fallback={<Skeleton height={300} />}>
      <Typography maw={820} fz="sm" data-card style={{ overflowX: 'auto' }}>
        <Markdown text={markdown} />
      </Typography>
    </Suspense>
  );
}
