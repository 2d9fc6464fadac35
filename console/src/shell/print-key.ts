import { isMac } from './is-mac.ts';

export const OPEN_KEY_SHEET = 'customerai:key-sheet';
export const openKeySheet = (): void => void window.dispatchEvent(new Event(OPEN_KEY_SHEET));

const NAMES: Record<string, string> = { escape: 'Esc', enter: '↵', arrowdown: '↓', arrowup: '↑', ' ': 'Space' };

/** How a key is printed on buttons and in the sheet. */
export const printKey = (key: string): string =>
  key
    .split('+')
    .map((part) => (part === 'mod' ? (isMac ? '⌘' : 'Ctrl') : (NAMES[part] ?? part)))
    .join(' ');
