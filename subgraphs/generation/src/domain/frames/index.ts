import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Frame } from './frame.ts';

const frames: Readonly<Record<string, Frame>> = { en, de, fr, es };

/** The frame in the customer's language, English where we have none. `language` is a BCP 47 tag. */
export const frameFor = (language: string): Frame => frames[language.toLowerCase().split('-')[0]!] ?? en;
