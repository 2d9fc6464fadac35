import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { InsightAnalysedDocument, InsightReviewsChangedDocument } from './documents.ts';

/** News may come twenty times a second; the figures are asked for at most so often. */
const EVERY_MS = 3000;

/** Calls `refresh` when something happened, at once or at the next turn. Returns when the latest news came. */
export function useLive(refresh: () => void, enabled: boolean): Date | null {
  const [news, setNews] = useState<Date | null>(null);
  const last = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => () => clearTimeout(timer.current), []);

  const onData = () => {
    if (timer.current !== undefined) return;
    // The warehouse writes facts in small batches: the first look comes a moment after the event.
    const wait = Math.max(600, last.current + EVERY_MS - Date.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      last.current = Date.now();
      setNews(new Date());
      latest.current();
    }, wait);
  };
  useSubscription(InsightReviewsChangedDocument, { onData, skip: !enabled, ignoreResults: true });
  useSubscription(InsightAnalysedDocument, { onData, skip: !enabled, ignoreResults: true });
  return news;
}
