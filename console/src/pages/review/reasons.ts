import { t } from '../../i18n/index.ts';

/** What a rejection and an escalation can be for; the label goes with the decision, for later training. At most eight, so that 9 is "another". */
const REJECT = ['wrong_facts', 'off_topic', 'incomplete', 'tone', 'promise', 'privacy', 'language', 'no_answer'] as const;
const ESCALATE = ['legal', 'safety', 'goodwill', 'press', 'specialist'] as const;

export type Asking = 'REJECT' | 'ESCALATE' | 'SNOOZE';

export interface Reason {
  label: string;
  text: string;
}

/** What a digit stands for. */
export const reasonsFor = (asking: Exclude<Asking, 'SNOOZE'>): Reason[] =>
  asking === 'REJECT'
    ? REJECT.map((label) => ({ label, text: t(`review.rejectReasons.${label}`) }))
    : ESCALATE.map((label) => ({ label, text: t(`review.escalateReasons.${label}`) }));

export const OTHER_KEY = '9';
