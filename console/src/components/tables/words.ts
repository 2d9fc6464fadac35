import { locale, t } from '../../i18n/index.ts';
import { en } from '../../i18n/en/index.ts';

// Services may add values before the console has words for them; then the value itself is shown.
export const plainWord = (key: string): string => key.replaceAll('_', ' ');
const has = <Words extends object>(words: Words, key: string): key is keyof Words & string => Object.hasOwn(words, key);
const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });

/** "E-mail" for EMAIL. */
export const channelWord = (key: string): string => (has(en.shell.channel, key) ? t(`shell.channel.${key}`) : plainWord(key));
/** "Negative" for NEGATIVE. */
export const sentimentWord = (key: string): string => (has(en.shell.sentiment, key) ? t(`shell.sentiment.${key}`) : plainWord(key));
/** "Low confidence" for low_confidence. */
export const reasonWord = (key: string): string => (has(en.parts.reason, key) ? t(`parts.reason.${key}`) : plainWord(key));
/** "German" for de. */
export const languageWord = (key: string): string => {
  if (key === 'und') return t('insight.languageUnd');
  try {
    return languages.of(key) ?? key;
  } catch {
    return key;
  }
};
