import type { Frame } from './frame.ts';

const reply = 'Falls das Ihre Frage nicht beantwortet, antworten Sie einfach auf diese Nachricht.';

export const de: Frame = {
  tones: {
    NEUTRAL: { greeting: 'Guten Tag!', sorry: 'Es tut uns leid, dass Sie Ärger hatten.', closing: reply },
    EMPATHETIC: {
      greeting: 'Guten Tag!',
      sorry: 'Es tut mir sehr leid, was passiert ist, und ich verstehe Ihren Ärger.',
      glad: 'Vielen Dank für Ihre freundlichen Worte.',
      closing: 'Wenn noch etwas offen ist, antworten Sie bitte, und wir sehen es uns gemeinsam an.',
    },
    FORMAL: {
      greeting: 'Sehr geehrte Damen und Herren!',
      sorry: 'Wir bitten um Entschuldigung für die Unannehmlichkeiten.',
      closing: 'Bei weiteren Fragen stehen wir Ihnen gern zur Verfügung. Mit freundlichen Grüßen, Ihr Kundenservice',
    },
    FRIENDLY: { greeting: 'Hallo!', sorry: 'Tut uns leid für den Ärger!', glad: 'Das freut uns sehr!', closing: `${reply} Viele Grüße!` },
    CONCISE: { greeting: 'Guten Tag!', closing: reply },
  },
  intro: (titles) => `In unseren Hilfeseiten steht dazu unter ${titles.map((title) => `„${title}“`).join(' und ')}:`,
  praise: 'Vielen Dank für Ihre freundlichen Worte. Wir freuen uns sehr darüber.',
  holding:
    'Vielen Dank für Ihre Nachricht. In unseren Hilfeseiten habe ich keine verlässliche Antwort darauf gefunden. Wir haben sie an eine Kollegin oder einen Kollegen weitergegeben, die oder der sich bei Ihnen meldet.',
};
