import type { Frame } from './frame.ts';

const reply = 'If this does not answer your question, just reply to this message.';

export const en: Frame = {
  tones: {
    NEUTRAL: { greeting: 'Hello,', sorry: 'I am sorry about the trouble.', closing: `${reply}` },
    EMPATHETIC: {
      greeting: 'Hello,',
      sorry: 'I am truly sorry about what happened, and I understand how frustrating it is.',
      glad: 'Thank you for your kind words.',
      closing: 'If anything is still open, please reply, and we will look at it together.',
    },
    FORMAL: {
      greeting: 'Dear customer,',
      sorry: 'Please accept our apologies for the inconvenience.',
      closing: 'Should you have any further questions, please do not hesitate to contact us. Yours sincerely, Customer Service',
    },
    FRIENDLY: { greeting: 'Hi there,', sorry: 'Sorry for the hassle!', glad: 'So glad to hear that!', closing: `${reply} Take care!` },
    CONCISE: { greeting: 'Hello,', closing: reply },
  },
  intro: (titles) => `This is what our help pages say under ${titles.map((title) => `“${title}”`).join(' and ')}:`,
  praise: 'Thank you for your kind words. We are very happy to read them.',
  holding:
    'Thank you for your message. I found no reliable answer to it in our help pages. We have passed it on to a colleague, who will get back to you.',
};
