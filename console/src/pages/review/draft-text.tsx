import { Stack, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ReviewDetailQuery } from '../../generated/graphql.ts';
import { formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { cutDraft } from './draft-pieces.ts';
import styles from './review.module.css';

type Response = NonNullable<ReviewDetailQuery['reviewItem']>['response'];

/** The draft with a number at each sentence that a source supports, and the sources beside it; one points at the other. */
export function DraftText({ response }: { response: Response }) {
  const [active, setActive] = useState<number>();
  const [opened, setOpened] = useState<number>();
  const { text, citations } = response;
  const pieces = useMemo(
    () =>
      cutDraft(
        text,
        citations.map(({ quote }) => quote),
      ),
    [text, citations],
  );
  const open = (index: number) => setOpened(opened === index ? undefined : index);
  return (
    <div className={citations.length > 0 ? styles['withSources'] : undefined}>
      <div className={`${styles['bubble']} ${styles['draft']}`} dir="auto">
        {pieces.map(({ text: words, citation }, index) =>
          citation === undefined ? (
            words
          ) : (
            <span
              key={index}
              className={styles['cited']}
              data-active={active === citation || opened === citation || undefined}
              onMouseEnter={() => setActive(citation)}
              onMouseLeave={() => setActive(undefined)}
              onClick={() => open(citation)}
            >
              {words}
              <span className={styles['number']}>{citation + 1}</span>
            </span>
          ),
        )}
      </div>
      {citations.length > 0 ? (
        <Stack gap={8} role="list" aria-label={t('review.sources')}>
          {citations.map(({ article, quote, score }, index) => (
            <div role="listitem" key={index}>
              <UnstyledButton
                className={styles['source']}
                data-active={active === index || opened === index || undefined}
                aria-expanded={opened === index}
                onMouseEnter={() => setActive(index)}
                onMouseLeave={() => setActive(undefined)}
                onClick={() => open(index)}
              >
                <Text size="xs" c="dimmed" className="figures">
                  <span className={styles['number']}>{index + 1}</span> {t('review.fit', { value: formatShare(score) })}
                </Text>
                <Text size="sm" fw={580} dir="auto">
                  {article.title}
                </Text>
                <div className={styles['quote']} dir="auto">
                  {opened === index ? article.body : `“${quote}”`}
                </div>
              </UnstyledButton>
              {opened === index && (
                <Text size="xs" mt={4}>
                  <Link to="/knowledge" search={{ article: article.id }}>
                    {t('shell.pages.knowledge')}
                  </Link>
                </Text>
              )}
            </div>
          ))}
          <Text size="xs" c="dimmed">
            {t('review.ownWords')}
          </Text>
        </Stack>
      ) : (
        <Text size="xs" c="dimmed" mt={6}>
          {t('review.noSources')}
        </Text>
      )}
    </div>
  );
}
