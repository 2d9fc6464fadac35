import type { Frame } from './frame.ts';

const reply = 'Si esto no responde a su pregunta, conteste a este mensaje.';

export const es: Frame = {
  tones: {
    NEUTRAL: { greeting: 'Hola:', sorry: 'Lamentamos las molestias.', closing: reply },
    EMPATHETIC: {
      greeting: 'Hola:',
      sorry: 'Siento mucho lo ocurrido y entiendo lo frustrante que es.',
      glad: 'Muchas gracias por sus amables palabras.',
      closing: 'Si queda algo pendiente, responda, por favor, y lo veremos juntos.',
    },
    FORMAL: {
      greeting: 'Estimado cliente:',
      sorry: 'Le rogamos que acepte nuestras disculpas por las molestias.',
      closing: 'Quedamos a su disposición para cualquier consulta. Atentamente, Atención al cliente',
    },
    FRIENDLY: { greeting: '¡Hola!', sorry: '¡Sentimos el lío!', glad: '¡Qué alegría leerlo!', closing: `${reply} ¡Un saludo!` },
    CONCISE: { greeting: 'Hola:', closing: reply },
  },
  intro: (titles) => `Esto es lo que dicen nuestras páginas de ayuda en ${titles.map((title) => `«${title}»`).join(' y ')}:`,
  praise: 'Muchas gracias por sus amables palabras. Nos alegra mucho leerlas.',
  holding:
    'Gracias por su mensaje. No he encontrado una respuesta fiable en nuestras páginas de ayuda. Lo hemos pasado a un compañero, que se pondrá en contacto con usted.',
};
