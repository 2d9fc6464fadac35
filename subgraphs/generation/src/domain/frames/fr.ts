import type { Frame } from './frame.ts';

const reply = 'Si cela ne répond pas à votre question, répondez simplement à ce message.';

export const fr: Frame = {
  tones: {
    NEUTRAL: { greeting: 'Bonjour,', sorry: 'Nous sommes désolés pour ce désagrément.', closing: reply },
    EMPATHETIC: {
      greeting: 'Bonjour,',
      sorry: 'Je suis sincèrement désolé de ce qui est arrivé, et je comprends votre contrariété.',
      glad: 'Merci beaucoup pour vos mots aimables.',
      closing: "S'il reste un point à régler, répondez-nous, et nous le regarderons ensemble.",
    },
    FORMAL: {
      greeting: 'Madame, Monsieur,',
      sorry: 'Nous vous prions de bien vouloir nous excuser pour la gêne occasionnée.',
      closing: 'Nous restons à votre disposition pour toute question. Cordialement, le service client',
    },
    FRIENDLY: { greeting: 'Bonjour !', sorry: 'Désolés pour ce souci !', glad: 'Ça nous fait très plaisir !', closing: `${reply} À bientôt !` },
    CONCISE: { greeting: 'Bonjour,', closing: reply },
  },
  intro: (titles) => `Voici ce que disent nos pages d'aide sous ${titles.map((title) => `« ${title} »`).join(' et ')} :`,
  praise: 'Merci beaucoup pour vos mots aimables. Nous sommes très heureux de les lire.',
  holding:
    "Merci pour votre message. Je n'ai pas trouvé de réponse fiable dans nos pages d'aide. Nous l'avons transmis à un collègue, qui reviendra vers vous.",
};
